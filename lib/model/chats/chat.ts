/** What became of a reply: it was not sent, or is not known to have arrived. */
export const LOST = ['failed', 'unsure'] as const;
export type Lost = (typeof LOST)[number];

/** Which list of Beeper's a chat is in; left out while an old server has not told. */
export const BOXES = ['primary', 'low-priority', 'archive'] as const;
export type Box = (typeof BOXES)[number];

/** The last message of a chat, already plain text. */
export interface Preview {
  messageID: string;
  text: string;
  /** What to say instead when there is no text, as the API names it: IMAGE, VOICE, ... */
  kind?: string;
  /** A name to show before the text in a group; left out for one's own messages. */
  sender?: string;
  isOwn: boolean;
  /** ms */
  at: number;
}

/** A reminder as Beeper keeps it on the chat. */
export interface BeeperReminder {
  /** ms */
  at: number;
  dismissOnIncoming: boolean;
}

/** What a chat's network may not allow. */
export const LIMITS = ['archive', 'markUnread', 'send'] as const;
export type Limit = (typeof LIMITS)[number];

/** A chat as the companion keeps it: the few facts the badge, the popup and the bells need. */
export interface Chat {
  id: string;
  accountID: string;
  network: string;
  title: string;
  isGroup: boolean;
  box?: Box;
  unreadCount: number;
  /** Unread messages that name the person; left out for none, and where Beeper does not tell. */
  mentions?: number;
  isMarkedUnread: boolean;
  isMuted: boolean;
  isPinned: boolean;
  /** ms; 0 when Beeper did not say. */
  lastActivity: number;
  preview?: Preview;
  /** `null`: Beeper says there is none. Left out: this Beeper does not tell (before 4.2.808). */
  reminder?: BeeperReminder | null;
  /** Where Beeper has its picture: `mxc:`, `localmxc:` or `file:`, never the web. */
  avatar?: string;
  /** What is begun there in Beeper, as it would be typed. */
  draft?: string;
  /** Something is begun here (lib/model/messages/draft.ts): for the rows, which know no drafts. */
  isBegun?: boolean;
  /** A reply from here did not arrive, as far as anybody knows. */
  lost?: Lost;
  /** Names it is also found by: of some of its people, if the title does not hold them. */
  people?: string;
  /** The union chat that shows this one in newer Beepers. */
  mergedInto?: string;
  /** What Beeper says cannot be done with it; what is not in here may be tried. */
  cannot?: readonly Limit[];
  /** When the request left whose answer last described this chat, ms. */
  seenAt: number;
  /** When a change of ours was last confirmed, ms: older answers know nothing of it. */
  writtenAt?: number;
}

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

/** Unread messages of a chat; one marked unread by hand counts as one. */
export function unreadMessages(chat: Pick<Chat, 'unreadCount' | 'isMarkedUnread'>): number {
  return Math.max(chat.unreadCount, chat.isMarkedUnread ? 1 : 0);
}
