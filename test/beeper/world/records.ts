import type { Attachment, Message, Reaction } from '@beeper/desktop-api/resources/shared';

/** What the stand-in keeps for itself. Times are milliseconds here and become text only in views. */
export interface PersonRecord {
  id: string;
  fullName: string;
  username?: string;
  phoneNumber?: string;
  email?: string;
  imgURL?: string;
  isSelf?: boolean;
  isAdmin?: boolean;
  isPending?: boolean;
  isNetworkBot?: boolean;
  cannotMessage?: boolean;
}

export interface AccountRecord {
  accountID: string;
  network: string;
  bridge: {
    id: string;
    type: string;
    provider: 'cloud' | 'self-hosted' | 'local' | 'platform-sdk';
  };
  user: PersonRecord;
  /** Some networks have chats without ever showing up among the accounts. */
  isListed: boolean;
}

export interface ReminderRecord {
  remindAt: number;
  dismissOnIncomingMessage: boolean;
}

export interface ChatRecord {
  id: string;
  localChatID: string;
  /** Its place in the seed; everything told about the chat is drawn from it. */
  number: number;
  accountID: string;
  network: string;
  title: string;
  /** Nobody named this chat: the title is made of the people in it. */
  isTitleComputed: boolean;
  type: 'single' | 'group';
  participants: PersonRecord[];
  flavour: ChatFlavour;
  /** How many messages the story had when the world began. */
  history: number;
  unreadCount: number;
  unreadMentionsCount: number;
  readUpTo: number;
  isMarkedUnread: boolean;
  isArchived: boolean;
  isMuted: boolean;
  isPinned: boolean;
  isLowPriority: boolean;
  isReadOnly: boolean;
  lastActivity: number;
  description: string | null;
  imgURL: string | null;
  reminder: ReminderRecord | null;
  snoozeUntil: number | null;
  draft: string | null;
  messageExpirySeconds: number | null;
}

export type ChatFlavour =
  'friend' | 'work' | 'group' | 'bodies' | 'media' | 'self' | 'announcements';

export interface MessageRecord {
  id: string;
  pendingID?: string;
  /** Position in the chat, from 1; the sort key is made of it. */
  ordinal: number;
  chatID: string;
  senderID: string;
  senderName?: string;
  isSender: boolean;
  timestamp: number;
  html?: string;
  /** System events have none. */
  type?: NonNullable<Message['type']>;
  attachments?: Attachment[];
  reactions?: Reaction[];
  linkedMessageID?: string;
  editedAt?: number;
  isDeleted?: boolean;
  isHidden?: boolean;
  sendStatus?: 'SUCCESS' | 'PENDING';
  seen?: boolean;
}

export function isUnread(chat: Pick<ChatRecord, 'unreadCount' | 'isMarkedUnread'>): boolean {
  return chat.unreadCount > 0 || chat.isMarkedUnread;
}

/** Reactions, system events and what was taken back never make a chat unread. */
export function countsAsUnread(message: MessageRecord): boolean {
  if (message.isSender || message.isHidden || message.isDeleted) return false;
  return message.type !== undefined && message.type !== 'REACTION';
}

export function sortKeyOf(ordinal: number): string {
  return String(100_000 + ordinal);
}
