import { readBoolean, readCount, readMoment, readString, readText } from '@/lib/base/parse';
import {
  filledList,
  isTrue,
  nonZero,
  nullable,
  oneOf,
  optional,
  type Parsed,
  shape,
  withDefault,
  yes,
} from '@/lib/base/shape';

/** What became of a reply: it was not sent, or is not known to have arrived. */
export const LOST = ['failed', 'unsure'] as const;
export type Lost = (typeof LOST)[number];

/** Which list of Beeper's a chat is in; left out while an old server has not told. */
export const BOXES = ['primary', 'low-priority', 'archive'] as const;
export type Box = (typeof BOXES)[number];

/** The last message of a chat, already plain text. */
const parsePreview = shape({
  messageID: withDefault(readString, ''),
  text: withDefault(readString, ''),
  /** What to say instead when there is no text, as the API names it: IMAGE, VOICE, ... */
  kind: optional(readText),
  /** A name to show before the text in a group; left out for one's own messages. */
  sender: optional(readText),
  isOwn: isTrue,
  /** Its place among the messages of the chat, as the server counts. */
  sortKey: optional(readText),
  /** ms, by the sender's clock: for showing, not for the order. */
  at: withDefault(readMoment, 0),
});
export type Preview = Parsed<typeof parsePreview>;

/** A reminder as Beeper keeps it on the chat. */
const parseBeeperReminder = shape({
  /** ms */
  at: readMoment,
  dismissOnIncoming: withDefault(readBoolean, false),
});
export type BeeperReminder = Parsed<typeof parseBeeperReminder>;

/** What a chat's network may not allow. */
export const LIMITS = ['archive', 'markUnread', 'send'] as const;
export type Limit = (typeof LIMITS)[number];

/** A chat as the companion keeps it: the few facts the badge, the popup and the reminders need. */
export const parseStoredChat = shape({
  id: readText,
  accountID: withDefault(readString, ''),
  network: withDefault(readString, ''),
  title: withDefault(readString, '?'),
  isGroup: isTrue,
  box: optional(oneOf(BOXES)),
  unreadCount: withDefault(readCount, 0),
  /** Unread messages that name the person; left out for none, and where Beeper does not tell. */
  mentions: optional(nonZero(readCount)),
  isMarkedUnread: isTrue,
  isMuted: isTrue,
  isPinned: isTrue,
  /** ms; 0 when Beeper did not say. */
  lastActivity: withDefault(readMoment, 0),
  preview: optional(parsePreview),
  /** `null`: Beeper says there is none. Left out: this Beeper does not tell (before 4.2.808). */
  reminder: optional(nullable(parseBeeperReminder)),
  /** Where Beeper has its picture: `mxc:`, `localmxc:` or `file:`, never the web. */
  avatar: optional(readText),
  /** What is begun there in Beeper, as it would be typed. */
  draft: optional(readText),
  /** Something is begun here (lib/model/messages/draft.ts): for the rows, which know no drafts. */
  isBegun: optional(yes),
  /** A reply from here did not arrive, as far as anybody knows. */
  lost: optional(oneOf(LOST)),
  /** Names it is also found by: of some of its people, if the title does not hold them. */
  people: optional(readText),
  /** The union chat that shows this one in newer Beepers. */
  mergedInto: optional(readText),
  /** What Beeper says cannot be done with it; what is not in here may be tried. */
  cannot: optional(filledList(oneOf(LIMITS))),
  /** When the request left whose answer last described this chat, ms. */
  seenAt: withDefault(readMoment, 0),
  /** When a change of ours was last confirmed, ms: older answers know nothing of it. */
  writtenAt: optional(readMoment),
});
export type Chat = Parsed<typeof parseStoredChat>;

/** Beeper's own rule: messages not yet read, or a mark set by hand. */
export function isUnread(chat: Pick<Chat, 'unreadCount' | 'isMarkedUnread'>): boolean {
  return chat.unreadCount > 0 || chat.isMarkedUnread;
}

/** The chat with all of it read. */
export function asRead({ mentions: _read, ...chat }: Chat): Chat {
  return { ...chat, unreadCount: 0, isMarkedUnread: false };
}

/**
 * Whether it is a message, and of somebody else: the newest thing may be a reaction or a system
 * event too. Before Desktop 4.2.499 those have no type; neither type nor text is then what tells
 * them.
 */
export function isTheirs({ isOwn, kind, text }: Preview): boolean {
  if (isOwn || (!kind && !text)) return false;
  return kind !== 'REACTION' && kind !== 'NOTICE' && kind !== 'DELETED';
}

/** By the server's order where both have a place in it: clocks of senders may be wrong. */
export function isLater(one: Preview, other: Preview): boolean {
  const [left, right] = [Number(one.sortKey), Number(other.sortKey)];
  if (Number.isNaN(left) || Number.isNaN(right)) return one.at > other.at;
  return left > right;
}

/** Unread messages of a chat; one marked unread by hand counts as one. */
export function unreadMessages(chat: Pick<Chat, 'unreadCount' | 'isMarkedUnread'>): number {
  return Math.max(chat.unreadCount, chat.isMarkedUnread ? 1 : 0);
}
