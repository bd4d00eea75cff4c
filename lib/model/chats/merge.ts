import { isEqual } from '@/lib/base/equal';
import { MINUTE } from '@/lib/base/time';
import type { RemoteChat } from '@/lib/model/chats/remote-chat';
import { asRead, type Box, type Chat, isLater, isUnread } from './chat';
import { knownPeople } from './known-people';

export type Chats = ReadonlyMap<string, Chat>;

/** Which answer a chat was read from. */
export interface Source {
  /** When the request left, ms. */
  requestedAt: number;
  /** The answer was to `unreadOnly`: what is in it is unread, whatever it says of itself. */
  isUnreadOnly?: boolean;
  /** The last message came with an event, which may be about an older one. */
  isToldMessage?: boolean;
}

/** `Chat.seenAt` may be this much too early, ms. */
export const SEEN_PRECISION = 30 * MINUTE;

/** The inbox with these chats as the answer describes them. */
export function mergeChats(chats: Chats, remotes: readonly RemoteChat[], source: Source): Chats {
  const merged = new Map(chats);
  for (const remote of remotes) {
    merged.set(remote.id, mergeChat(merged.get(remote.id), remote, source));
  }
  return merged;
}

/**
 * What is known of a chat and what an answer says of it, put together. An answer to a question
 * asked before our own last change was confirmed says nothing new.
 */
export function mergeChat(known: Chat | undefined, remote: RemoteChat, source: Source): Chat {
  if (known && isOlderThan(known, source.requestedAt)) return known;
  const box = boxOf(remote, known);
  const preview = lastMessage(known, remote, source);
  const reminder = remote.reminder === undefined ? known?.reminder : remote.reminder;
  const avatar = remote.avatar === undefined ? known?.avatar : remote.avatar;
  const cannot = remote.cannot ?? known?.cannot ?? [];
  const draft = remote.draft ?? known?.draft;
  const network = remote.network ?? known?.network ?? '';
  const people = knownPeople(known?.people, remote.people);
  const merged: Chat = {
    id: remote.id,
    accountID: remote.accountID,
    network,
    title: remote.title,
    isGroup: remote.isGroup,
    unreadCount: remote.unreadCount,
    isMarkedUnread: isMarkedUnread(remote, known, source),
    isMuted: remote.isMuted,
    isPinned: remote.isPinned,
    lastActivity: remote.lastActivity ?? known?.lastActivity ?? 0,
    seenAt: source.requestedAt,
    ...(box && { box }),
    ...(preview && { preview }),
    ...(reminder !== undefined && { reminder }),
    ...(avatar && { avatar }),
    ...(draft && { draft }),
    ...(known?.isBegun && { isBegun: true }),
    ...(known?.lost && { lost: known.lost }),
    ...(people && { people }),
    ...(remote.mergedInto && { mergedInto: remote.mergedInto }),
    ...(remote.mentions && { mentions: remote.mentions }),
    ...(cannot.length > 0 && { cannot }),
    ...(known?.writtenAt !== undefined && { writtenAt: known.writtenAt }),
  };
  return known && saysTheSame(known, merged) ? known : merged;
}

/**
 * Whether a question was asked before what we know of the chat. Only just before: an answer takes
 * seconds at most, and a moment further ahead was written before the clock was put back.
 */
function isOlderThan({ writtenAt, seenAt }: Chat, requestedAt: number): boolean {
  const isJustBefore = (moment: number) => moment - requestedAt <= MINUTE;
  const isBeforeWrite = writtenAt !== undefined && requestedAt <= writtenAt;
  if (isBeforeWrite) return isJustBefore(writtenAt);
  return requestedAt < seenAt && isJustBefore(seenAt);
}

/** Seen again without news: not worth a write, until the last sight of it is getting old. */
function saysTheSame(known: Chat, merged: Chat): boolean {
  if (merged.seenAt - known.seenAt > SEEN_PRECISION) return false;
  return isEqual({ ...known, seenAt: 0 }, { ...merged, seenAt: 0 });
}

/** What the chat says of itself counts; what it leaves out, the list it came from tells. */
function boxOf(remote: RemoteChat, known: Chat | undefined): Box | undefined {
  if (remote.isArchived ?? remote.box === 'archive') return 'archive';
  if (remote.isLowPriority ?? remote.box === 'low-priority') return 'low-priority';
  if (remote.tellsAll || remote.box === 'primary') return 'primary';
  return known?.box === 'archive' ? undefined : known?.box;
}

/** Before Desktop 4.2.808 chats do not tell of the mark; being among the unread ones does. */
function isMarkedUnread(remote: RemoteChat, known: Chat | undefined, source: Source): boolean {
  if (remote.isMarkedUnread !== undefined) return remote.isMarkedUnread;
  if (source.isUnreadOnly) return remote.unreadCount === 0;
  return known?.isMarkedUnread ?? false;
}

/**
 * The server's list decides which message is the last one: what it no longer has was deleted. Search
 * answers bring none; ours is dropped once there is a newer message than it.
 */
function lastMessage(
  known: Chat | undefined,
  { preview, unreadCount }: RemoteChat,
  { isToldMessage }: Source,
) {
  if (!preview) return known && unreadCount > known.unreadCount ? undefined : known?.preview;
  return isToldMessage && known?.preview && isLater(known.preview, preview)
    ? known.preview
    : preview;
}

/** What the poll that just ended was about. */
export interface Polled {
  /** Lists whose unread chats were asked for, all of them. */
  boxes: readonly Box[];
  /** Chats that some answer of it described. */
  described: ReadonlySet<string>;
  /** When it began, ms. */
  requestedAt: number;
  /** Only chats with activity after this moment were asked for, ms; left out: all. */
  backTo?: number;
}

/**
 * Chats we hold for unread that Beeper's list of unread ones no longer has: read, archived or
 * moved elsewhere. Those described by the poll need no second look.
 */
export function missingFromUnread(chats: Chats, polled: Polled): Chat[] {
  const { backTo = -Infinity } = polled;
  return [...chats.values()].filter(
    (chat) =>
      isUnread(chat) &&
      chat.lastActivity > backTo &&
      chat.box !== undefined &&
      polled.boxes.includes(chat.box) &&
      !polled.described.has(chat.id) &&
      (chat.writtenAt ?? 0) < polled.requestedAt,
  );
}

/** The chats with these taken for read, which is what nearly always made them vanish. */
export function takeForRead(chats: Chats, missing: readonly Chat[]): Chats {
  const merged = new Map(chats);
  for (const chat of missing) {
    merged.set(chat.id, asRead(chat));
  }
  return merged;
}

/** The chats with these to be looked at anew, with those that a full sync did not meet. */
export function asStale(chats: Chats, ids: readonly string[]): Chats {
  const merged = new Map(chats);
  for (const id of ids) {
    const chat = merged.get(id);
    if (chat) merged.set(id, { ...chat, seenAt: 0 });
  }
  return merged;
}

/**
 * A chat that vanished from the unread ones, as a second look describes it. Where an old server
 * does not tell of mark and low priority, what it leaves out must be why the chat vanished.
 */
export function explainVanishing(remote: RemoteChat): RemoteChat {
  if (remote.tellsAll || remote.isArchived) return remote;
  const box = remote.unreadCount > 0 ? 'low-priority' : undefined;
  return { ...remote, isMarkedUnread: false, ...(box && { box }) };
}

export function removeChat(chats: Chats, chatID: string): Chats {
  const rest = new Map(chats);
  rest.delete(chatID);
  return rest;
}

/** How many are unread: in one list, or in all. */
export function countUnread(chats: Chats, box?: Box): number {
  let unread = 0;
  for (const chat of chats.values()) {
    if (isUnread(chat) && (!box || chat.box === box)) unread += 1;
  }
  return unread;
}

/** Chats as a person counts them: a chat merged into another shows and counts there. */
export function* shownChats(chats: Chats): Generator<Chat> {
  for (const chat of chats.values()) if (isShown(chat, chats)) yield chat;
}

export function isShown({ id, mergedInto }: Chat, chats: Chats): boolean {
  return mergedInto === undefined || mergedInto === id || !chats.has(mergedInto);
}
