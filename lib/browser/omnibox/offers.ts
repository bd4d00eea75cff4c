import type { Chat } from '@/lib/model/chats/chat';
import { type Row, rowsOf, type Snapshot } from '@/lib/model/chats/rows';
import { searchRows } from '@/lib/model/list/search/search-rows';
import { splits } from './time-pattern';

/** What typed words may mean: to open a chat in Beeper, or to be reminded of it. */
export interface Offer {
  chat: Chat;
  /** A time in words; left out: the chat is to be opened. */
  when?: string;
}

/** As many lines as browsers show. */
const MOST = 6;

/** What was typed, as it may be meant, the likeliest first. */
export function offersFor(typed: string, snapshot: Snapshot): Offer[] {
  if (!typed.trim()) return newest(snapshot).map(({ chat }) => ({ chat }));
  const open = searchRows(snapshot, typed).map(({ chat }) => ({ chat }));
  const remind = splits(typed).flatMap(({ who, when }) =>
    searchRows(snapshot, who).map(({ chat }) => ({ chat, when })),
  );
  // Whose title is all that was typed is meant by it; those who have it anywhere are not surely.
  return [...open, ...remind].slice(0, MOST);
}

function newest(snapshot: Snapshot): Row[] {
  return rowsOf(snapshot, ({ box }) => box !== 'archive', MOST);
}

/** Between the name of a chat and a time, in what stands in the address bar. */
const ARROW = ' › ';

const NUMBERED = / \(\d+\)$/;

/**
 * What the address bar holds while an offer is picked. It names the chat for a person and, by a
 * number where two are called the same, for us: a worker that has only just started knows no more.
 */
export function contentOf({ chat, when }: Offer, { chats }: Snapshot): string {
  const name = nameOf(chat);
  const same = [...chats.values()].filter((one) => nameOf(one) === name).map(({ id }) => id);
  const place = same.toSorted().indexOf(chat.id) + 1;
  // A name that ends like that itself has one in any case, or it would be taken for another's.
  const number = place > 1 || NUMBERED.test(name) ? ` (${place})` : '';
  return `${name}${number}${when === undefined ? '' : ARROW + when}`;
}

/** What is meant by what stands in the address bar: an offer that was picked, or words typed. */
export function matchingOffer(typed: string, snapshot: Snapshot): Offer | undefined {
  return picked(typed, snapshot) ?? offersFor(typed, snapshot)[0];
}

function picked(content: string, snapshot: Snapshot): Offer | undefined {
  const end = content.lastIndexOf(ARROW);
  const whole = chatNamed(content, snapshot);
  if (whole || end === -1) return whole && { chat: whole };
  const chat = chatNamed(content.slice(0, end), snapshot);
  return chat && { chat, when: content.slice(end + ARROW.length) };
}

function chatNamed(content: string, snapshot: Snapshot): Chat | undefined {
  return [...snapshot.chats.values()].find(
    (chat) => content.startsWith(nameOf(chat)) && contentOf({ chat }, snapshot) === content,
  );
}

function nameOf({ title, network }: Chat): string {
  return network ? `${title} · ${network}` : title;
}
