import { PAGE_SIZE } from '../api/client';
import { type Box, BOXES } from '../chat';
import type { Chats } from '../inbox';
import type { ChatNews } from '../live/frames';
import { forEachFew } from '../parallel';
import { readObject, readText } from '../read';
import { AT_ONCE, look, withMessage } from './look';
import { absorb, readAll } from './poll';
import { fillPreviews } from './previews';
import type { Session } from './session';
import { readContext } from './state';

/** So many chats are asked after one by one: for more, lists are asked for. */
const FEW = 3;
/** Pages of what has been active; who is not among them is asked after later. */
const MOST_PAGES = 5;
/** Chats that were to be asked after later, so many at a time. */
const MOST_LOOKS = 20;

/** Brings the inbox in line with what the live socket told of these chats, in few requests. */
export async function takeNews(session: Session, news: readonly ChatNews[]): Promise<void> {
  await withoutDeleted(session, news);
  if (news.length <= FEW) await lookAtEach(session, news);
  else await lookAtMany(session, news);
}

/** What was deleted is not to be read here any longer either. */
async function withoutDeleted(session: Session, news: readonly ChatNews[]): Promise<void> {
  const { chats } = await session.read();
  const robbed = news.flatMap(({ chatID, deleted }) => {
    const chat = chats.get(chatID);
    return chat?.preview && deleted.includes(chat.preview.messageID) ? [chat] : [];
  });
  if (robbed.length === 0) return;
  await session.update((state) => {
    const changed = new Map(state.chats);
    for (const { preview: _gone, ...chat } of robbed) changed.set(chat.id, chat);
    return { ...state, chats: changed };
  });
  const first = robbed.slice(0, FEW).map(({ id }) => id);
  await fillPreviews(session, first);
}

function lookAtEach(session: Session, news: readonly ChatNews[]): Promise<void> {
  return forEachFew(news, AT_ONCE, ({ chatID, message }) => look(session, chatID, message));
}

/** Whichever is fewer requests: all lists anew, or what was active and then the others. */
async function lookAtMany(session: Session, news: readonly ChatNews[]): Promise<void> {
  const { chats } = await session.read();
  const isSmall = chats.size <= PAGE_SIZE;
  const told = isSmall ? await askForAll(session, news) : await askForActive(session, news);
  const rest = news.filter(({ chatID }) => !told.has(chatID));
  if (rest.length <= FEW) await lookAtEach(session, rest);
  else await lookLater(session, rest);
}

/** What was neither unread nor active does not matter to the number at this moment. */
async function lookLater(session: Session, news: readonly ChatNews[]): Promise<void> {
  const later = news.map(({ chatID }) => chatID);
  await session.update((state) => ({
    ...state,
    unlooked: [...new Set([...state.unlooked, ...later])],
  }));
}

/** @returns the chats that were told of */
async function askForAll(session: Session, news: readonly ChatNews[]): Promise<Set<string>> {
  const told = new Set<string>();
  await forEachFew(BOXES, AT_ONCE, async (inbox) => {
    const { ids } = await takePage(session, news, { inbox });
    for (const id of ids) told.add(id);
  });
  return told;
}

/** Chats with activity later than any we know of: whoever was written to is among them. */
async function askForActive(session: Session, news: readonly ChatNews[]): Promise<Set<string>> {
  const activeAfter = newestActivity((await session.read()).chats) - 1;
  const told = new Set<string>();
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { ids, next } = await takePage(session, news, { activeAfter, cursor });
    for (const id of ids) told.add(id);
    if (!next || next === cursor) break;
    cursor = next;
  }
  return told;
}

interface Wanted {
  inbox?: Box;
  activeAfter?: number;
  cursor?: string | undefined;
}

/** A page of chats, with the messages that the news brought along. */
async function takePage(session: Session, news: readonly ChatNews[], wanted: Wanted) {
  const messages = new Map(news.map(({ chatID, message }) => [chatID, message]));
  const requestedAt = session.now();
  const { items, next } = await session.api.searchChats(wanted);
  const told = items.map((raw) =>
    withMessage(raw, messages.get(readText(readObject(raw)?.id) ?? '')),
  );
  let ids: string[] = [];
  await session.update((state) => {
    const remotes = readAll(told, readContext(state), wanted.inbox);
    ids = remotes.map(({ id }) => id);
    return absorb(state, remotes, { requestedAt }, session.now());
  });
  return { ids, next };
}

function newestActivity(chats: Chats): number {
  let newest = 1;
  for (const { lastActivity } of chats.values()) newest = Math.max(newest, lastActivity);
  return newest;
}

/** Asks after chats for which there was no time in a flood of news. */
export async function lookAtUnlooked(session: Session): Promise<void> {
  const { unlooked } = await session.read();
  const now = unlooked.slice(0, MOST_LOOKS);
  if (now.length === 0) return;
  await forEachFew(now, AT_ONCE, (id) => look(session, id));
  await session.update((state) => ({
    ...state,
    unlooked: state.unlooked.filter((id) => !now.includes(id)),
  }));
}
