import { countsAsUnread, type ChatRecord, type MessageRecord } from './records';
import type { World } from './world';

/** Reads everything, or only up to one message. */
export function markRead(world: World, chat: ChatRecord, upTo?: MessageRecord): ChatRecord {
  const last = world.messages(chat).length;
  const readUpTo = Math.max(chat.readUpTo, upTo?.ordinal ?? last);
  const unreadCount = unreadAfter(world, chat, readUpTo);
  const unreadMentionsCount = Math.min(chat.unreadMentionsCount, unreadCount);
  return world.change(chat, { readUpTo, unreadCount, unreadMentionsCount, isMarkedUnread: false });
}

/** Puts the mark on the chat; from a message on, its followers count as unread again. */
export function markUnread(world: World, chat: ChatRecord, from?: MessageRecord): ChatRecord {
  if (!from) return world.change(chat, { isMarkedUnread: true });
  const readUpTo = from.ordinal - 1;
  const unreadCount = unreadAfter(world, chat, readUpTo);
  return world.change(chat, { readUpTo, unreadCount, isMarkedUnread: true });
}

function unreadAfter(world: World, chat: ChatRecord, ordinal: number): number {
  return world.messages(chat).slice(ordinal).filter(countsAsUnread).length;
}
