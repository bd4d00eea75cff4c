import { forEachLimited } from '@/lib/base/async';
import { readObject, readText } from '@/lib/base/parse';
import { SECOND } from '@/lib/base/time';
import { PAGE_SIZE } from '@/lib/beeper/client';
import type { ChatEvents } from '@/lib/beeper/live/frames';
import { type Box, BOXES } from '@/lib/model/chats/chat';
import {
  asStale,
  type Chats,
  countUnread,
  takeForRead,
  missingFromUnread,
} from '@/lib/model/chats/merge';
import type { Session } from '@/lib/worker/core/session';
import { readContext } from '@/lib/worker/core/state';
import { mergeIntoState, pollUnread, readAll } from './poll';
import { fillPreviews } from './previews';
import { AT_ONCE, look, withMessage } from './refetch';

/** So many chats are asked after one by one: for more, lists are asked for. */
const FEW = 3;
/** Pages of what has been active; who is not among them is asked after later. */
const MOST_PAGES = 5;
/** Chats that were to be asked after later: for more, the lists of unread ones are. */
const MOST_LOOKS = 8;
/** Above this many unread chats the badge shows 999+, so exactness does not matter, only "999+". */
const MOST_UNREAD = 1000;
/**
 * What an answer brought is told of a moment later, and must be found once more by the next one.
 */
const OVERLAP = 30 * SECOND;

/** Brings the inbox in line with what the live socket told of these chats, in few requests. */
export async function applyLiveEvents(
  session: Session,
  events: readonly ChatEvents[],
): Promise<void> {
  await withoutDeleted(session, events);
  if (events.length <= FEW) await refetchEach(session, events);
  else await refetchMany(session, events);
}

/** What was deleted is not to be read here any longer either. */
async function withoutDeleted(session: Session, events: readonly ChatEvents[]): Promise<void> {
  const { chats } = await session.read();
  const robbed = events.flatMap(({ chatID, deleted }) => {
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

function refetchEach(session: Session, events: readonly ChatEvents[]): Promise<void> {
  return forEachLimited(events, AT_ONCE, ({ chatID, message }) =>
    look(session, chatID, { message }),
  );
}

/** Whichever is fewer requests: all lists anew, or what was active and then the others. */
async function refetchMany(session: Session, events: readonly ChatEvents[]): Promise<void> {
  const { chats } = await session.read();
  const isSmall = chats.size <= PAGE_SIZE;
  const told = isSmall ? await askForAll(session, events) : await askForActive(session, events);
  const rest = events.filter(({ chatID }) => !told.has(chatID));
  if (rest.length <= FEW) await refetchEach(session, rest);
  else await lookLater(session, rest);
}

/** What was not active is counted, or looked at, once nobody tells anything for a moment. */
async function lookLater(session: Session, events: readonly ChatEvents[]): Promise<void> {
  const later = events.map(({ chatID }) => chatID);
  await session.update((state) => ({
    ...state,
    notRefetched: [...new Set([...state.notRefetched, ...later])],
  }));
}

/** @returns the chats that were told of */
async function askForAll(session: Session, events: readonly ChatEvents[]): Promise<Set<string>> {
  const told = new Set<string>();
  await forEachLimited(BOXES, AT_ONCE, async (inbox) => {
    const { ids } = await takePage(session, events, { inbox });
    for (const id of ids) told.add(id);
  });
  return told;
}

/** Chats with activity later than nearly all we know of: whoever was written to is among them. */
async function askForActive(session: Session, events: readonly ChatEvents[]): Promise<Set<string>> {
  const { chats } = await session.read();
  const activeAfter = Math.max(1, Math.min(newestActivity(chats), session.now()) - OVERLAP);
  const told = new Set<string>();
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { ids, next } = await takePage(session, events, { activeAfter, cursor });
    for (const id of ids) told.add(id);
    const isAll = events.every(({ chatID }) => told.has(chatID));
    if (isAll || !next || next === cursor) break;
    cursor = next;
  }
  return told;
}

interface PageScope {
  inbox?: Box;
  activeAfter?: number;
  cursor?: string | undefined;
}

/** A page of chats, with the messages that the events brought along. */
async function takePage(session: Session, events: readonly ChatEvents[], wanted: PageScope) {
  const messages = new Map(events.map(({ chatID, message }) => [chatID, message]));
  const requestedAt = session.moment();
  const { items, next } = await session.api.searchChats(wanted);
  const told = items.map((raw) =>
    withMessage(raw, messages.get(readText(readObject(raw)?.id) ?? '')),
  );
  let ids: string[] = [];
  await session.update((state) => {
    const remotes = readAll(told, readContext(state), wanted.inbox);
    ids = remotes.map(({ id }) => id);
    return mergeIntoState(state, remotes, { requestedAt, isToldMessage: true }, session.now());
  });
  return { ids, next };
}

function newestActivity(chats: Chats): number {
  let newest = 1;
  for (const { lastActivity } of chats.values()) newest = Math.max(newest, lastActivity);
  return newest;
}

/** Asks after chats for which there was no time in a flood of events. */
export async function refetchMarked(session: Session): Promise<void> {
  const { notRefetched } = await session.read();
  if (notRefetched.length === 0) return;
  if (notRefetched.length > MOST_LOOKS) await countNotRefetched(session, notRefetched);
  else await forEachLimited(notRefetched, AT_ONCE, (id) => look(session, id));
  const isAsked = new Set(notRefetched);
  await session.update((state) => ({
    ...state,
    notRefetched: state.notRefetched.filter((id) => !isAsked.has(id)),
  }));
}

/**
 * What they add to the number the lists of unread chats tell. Most have been read elsewhere;
 * whatever
 * else has changed is seen with the chats that no full sync has met, a few after each poll.
 */
async function countNotRefetched(session: Session, notRefetched: readonly string[]): Promise<void> {
  const { chats } = await session.read();
  const isMuch = countUnread(chats) > MOST_UNREAD;
  const polled = await pollUnread(session, {
    unread: isMuch ? 'newest' : 'all',
    withNewest: false,
  });
  await session.update((state) => {
    const known = takeForRead(state.chats, missingFromUnread(state.chats, polled));
    const stale = notRefetched.filter((id) => !polled.described.has(id));
    return { ...state, chats: asStale(known, stale) };
  });
}
