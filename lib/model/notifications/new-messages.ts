import { MINUTE, SECOND } from '@/lib/base/time';
import { type Chat, isTheirs } from '@/lib/model/chats/chat';
import { type Chats, isShown } from '@/lib/model/chats/merge';
import { isToNotify, notifiesAtAll, type NotifySettings } from './settings';

/** New messages of one chat that a notification is to tell of, or tells of. */
export interface IncomingOfChat {
  /** The chat's activity up to which they are counted, ms. */
  at: number;
  /** Its unread messages at that moment. */
  count: number;
  /** How many of those are new. */
  fresh: number;
  /** How many came in quick succession, the last of them at `heardAt`, ms. */
  burst: number;
  heardAt: number;
  /** When the first of those that are yet to be told of was heard of, ms; left out: `heardAt`. */
  setAt?: number;
  /** `set`: to be told of. As with reminders, `ringing` is stored before it is shown. */
  bell: 'set' | 'ringing' | 'rung';
  /** What its notification on the screen is of: the `at` of then. */
  shownAt?: number;
  /** What is on the screen has no button for the archive: what a press means must not change. */
  hasNoArchive?: boolean;
  /** The notification for many tells of it. */
  isGathered?: boolean;
}

/** The one notification for many. */
export interface GroupedNotification {
  /** When it was made, ms: its name. */
  at: number;
  bell: 'ringing' | 'rung';
}

/** How far a chat has been dealt with. */
export interface Known {
  /** Its activity, ms. */
  at: number;
  /** Its unread messages at that moment. */
  count: number;
}

/** All there is to be told of new messages, and what was told. */
export interface IncomingMessages {
  /** Watched without a break since, ms: what is older is nothing new. */
  since: number;
  chats: Readonly<Record<string, IncomingOfChat>>;
  /** Chats in which something has happened and we have yet to see what: how far they were known. */
  unclear?: Readonly<Record<string, Known>>;
  gathering?: GroupedNotification;
  /** Ids of notifications that have had their time and are to go. */
  stale: readonly string[];
}

/** Messages less than this apart came in quick succession. */
export const BURST = 10 * SECOND;

/** Longer than any time between two polls: nobody watched. */
export const BREAK = 15 * MINUTE;

export interface Heard {
  before: Chats;
  after: Chats;
  settings: NotifySettings;
  isQuiet: boolean;
  /** When all of Beeper was last known, ms. */
  syncedAt: number | undefined;
  now: number;
}

/** Notes which chats have messages to tell of since they were last described. */
export function noteIncoming(
  known: IncomingMessages | null,
  heard: Heard,
): IncomingMessages | null {
  // What was told of before is yet to be withdrawn.
  if (!notifiesAtAll(heard.settings)) return known;
  const watched = watchedBy(known, heard);
  // What has come by its end is known: nobody is told of it later.
  if (heard.isQuiet) return withoutUnclear(watched);
  let incomingMessages = watched;
  for (const chat of heard.after.values()) {
    if (chat !== heard.before.get(chat.id))
      incomingMessages = noteIncomingOfChat(incomingMessages, chat, heard);
  }
  return incomingMessages;
}

function watchedBy(known: IncomingMessages | null, { syncedAt, now }: Heard): IncomingMessages {
  if (!known) return watchedSince(now);
  const isBroken = syncedAt === undefined || Math.abs(now - syncedAt) > BREAK;
  return isBroken || known.since > now ? { ...known, since: now } : known;
}

/** Nothing to be told of yet: everything that came before is known. */
export function watchedSince(since: number): IncomingMessages {
  return { since, chats: {}, stale: [] };
}

function noteIncomingOfChat(
  incomingMessages: IncomingMessages,
  chat: Chat,
  heard: Heard,
): IncomingMessages {
  if (!isToNotify(chat, heard.settings) || !isShown(chat, heard.after)) {
    return withUnclear(incomingMessages, chat.id, undefined);
  }
  const known = incomingOf(incomingMessages, chat.id);
  const base = baseOf(heard.before.get(chat.id), known, unclearOf(incomingMessages, chat.id));
  const fresh = newMessages(chat, base, incomingMessages.since);
  const seen = withUnclear(incomingMessages, chat.id, fresh === 'unclear' ? base : undefined);
  if (fresh === 'unclear' || fresh === 0 || !isOfKind(chat, heard)) return seen;
  const incomingOfChat = withMore(known, chat, { fresh, now: heard.now });
  return { ...seen, chats: { ...seen.chats, [chat.id]: incomingOfChat } };
}

function withoutUnclear(incomingMessages: IncomingMessages): IncomingMessages {
  const { unclear, ...clear } = incomingMessages;
  return unclear ? clear : incomingMessages;
}

function unclearOf({ unclear = {} }: IncomingMessages, id: string): Known | undefined {
  return Object.hasOwn(unclear, id) ? unclear[id] : undefined;
}

function withUnclear(
  incomingMessages: IncomingMessages,
  id: string,
  base: Base | undefined,
): IncomingMessages {
  if (!base && !unclearOf(incomingMessages, id)) return incomingMessages;
  const { [id]: _seen, ...others } = incomingMessages.unclear ?? {};
  if (!base) return { ...incomingMessages, unclear: others };
  return { ...incomingMessages, unclear: { ...others, [id]: { at: base.at, count: base.count } } };
}

export function incomingOf({ chats }: IncomingMessages, id: string): IncomingOfChat | undefined {
  return Object.hasOwn(chats, id) ? chats[id] : undefined;
}

/** Where only mentions are told of, one of the new messages must be one. */
function isOfKind(chat: Chat, { settings, before }: Heard): boolean {
  const isAnyway = !chat.isGroup || settings.groups || settings.chosen.includes(chat.id);
  return isAnyway || (chat.mentions ?? 0) > (before.get(chat.id)?.mentions ?? 0);
}

interface Base extends Known {
  isMarked: boolean;
}

/**
 * How far the chat has been dealt with. Incoming messages are stored before the chats they come
 * from, so
 * after a worker's death they may know more than those.
 */
function baseOf(
  before: Chat | undefined,
  known: IncomingOfChat | undefined,
  unclear: Known | undefined,
): Base {
  const at = before?.lastActivity ?? 0;
  if (known && known.at > at) return { at: known.at, count: known.count, isMarked: false };
  if (unclear) return { ...unclear, isMarked: false };
  return { at, count: before?.unreadCount ?? 0, isMarked: before?.isMarkedUnread ?? false };
}

/** How many unread messages of a chat are new; `unclear` where only its last message will tell. */
function newMessages(chat: Chat, base: Base, since: number): number | 'unclear' {
  const { lastActivity, unreadCount, preview, isMarkedUnread } = chat;
  const isNewest = preview !== undefined && preview.at > base.at;
  if (lastActivity < since || (isNewest && preview.isOwn)) return 0;
  const hasMoved = lastActivity > base.at;
  // Marked unread from an older message on: more is unread, and nothing new.
  if (!hasMoved && isMarkedUnread && !base.isMarked) return 0;
  if (unreadCount > base.count) return unreadCount - base.count;
  if (!hasMoved || unreadCount === 0) return 0;
  // As many as before, or fewer: read meanwhile, and written to again. Or it is but a reaction.
  if (!isNewest) return 'unclear';
  return isTheirs(preview) ? unreadCount : 0;
}

function withMore(
  known: IncomingOfChat | undefined,
  { lastActivity, unreadCount }: Chat,
  { fresh, now }: { fresh: number; now: number },
): IncomingOfChat {
  const isQuick = known !== undefined && Math.abs(now - known.heardAt) < BURST;
  // Else it was read meanwhile, and what is unread now is all new.
  const isMore = known?.bell === 'set' && unreadCount > known.count;
  return {
    ...known,
    at: lastActivity,
    count: unreadCount,
    fresh: Math.min((known?.fresh ?? 0) + fresh, unreadCount),
    burst: isQuick ? known.burst + fresh : fresh,
    heardAt: now,
    setAt: isMore ? (known.setAt ?? known.heardAt) : now,
    bell: 'set',
    // It may be on the screen already.
    ...(known?.bell === 'ringing' && { shownAt: known.at }),
  };
}
