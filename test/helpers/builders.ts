import { HOUR } from '@/lib/base/time';
import type { RemoteChat } from '@/lib/model/chats/remote-chat';
import type { ReadContext } from '@/lib/beeper/parse/message';
import type { OutboxEntry } from '@/lib/model/actions/outbox';
import type { Chat, Preview } from '@/lib/model/chats/chat';
import { featuresOf } from '@/lib/model/chats/features';
import type { Reminder } from '@/lib/model/reminders/reminder';
import { NOON } from './clock';

/** A read chat in the inbox, with nothing special about it. */
export function aChat(overrides: Partial<Chat> = {}): Chat {
  return {
    id: '!ada',
    accountID: 'signal',
    network: 'Signal',
    title: 'Ada',
    isGroup: false,
    unreadCount: 0,
    isMarkedUnread: false,
    isMuted: false,
    isPinned: false,
    lastActivity: NOON - HOUR,
    seenAt: NOON,
    box: 'primary',
    ...overrides,
  };
}

/** By id, as the inbox holds them. */
export function chatMap(...chats: Chat[]): Map<string, Chat> {
  return new Map(chats.map((chat) => [chat.id, chat]));
}

export function aPreview(overrides: Partial<Preview> = {}): Preview {
  return { messageID: '1', text: 'Hello', isOwn: false, at: NOON - HOUR, ...overrides };
}

/** The same chat as a new Beeper describes it. */
export function aRemote(overrides: Partial<RemoteChat> = {}): RemoteChat {
  return {
    id: '!ada',
    accountID: 'signal',
    network: 'Signal',
    title: 'Ada',
    isGroup: false,
    isArchived: false,
    isLowPriority: false,
    unreadCount: 0,
    isMarkedUnread: false,
    isMuted: false,
    isPinned: false,
    lastActivity: NOON - HOUR,
    reminder: null,
    tellsAll: true,
    ...overrides,
  };
}

/** The same chat as one from before 4.2.808 describes it. */
export function anOldRemote(overrides: Partial<RemoteChat> = {}): RemoteChat {
  const { isLowPriority: _low, isMarkedUnread: _mark, reminder: _reminder, ...told } = aRemote();
  return { ...told, tellsAll: false, ...overrides };
}

export const CURRENT: ReadContext = { features: featuresOf('4.3.20'), accounts: {} };
export const OLD: ReadContext = { features: featuresOf('4.2.600'), accounts: {} };

export type Raw = Readonly<Record<string, unknown>>;

/** A chat as it comes over the wire from a new Beeper. */
export function aRawChat(overrides: Raw = {}): Raw {
  return {
    id: '!ada',
    accountID: 'signal',
    network: 'Signal',
    title: 'Ada',
    type: 'single',
    participants: { items: [], hasMore: false, total: 0 },
    unreadCount: 0,
    lastActivity: new Date(NOON - HOUR).toISOString(),
    isArchived: false,
    isMuted: false,
    isPinned: false,
    isLowPriority: false,
    isMarkedUnread: false,
    ...overrides,
  };
}

/** A message as it comes over the wire. */
export function aRawMessage(overrides: Raw = {}): Raw {
  return {
    id: '1',
    chatID: '!ada',
    accountID: 'signal',
    senderID: '@ada',
    senderName: 'Ada',
    timestamp: new Date(NOON - HOUR).toISOString(),
    sortKey: '1',
    type: 'TEXT',
    text: 'Hello',
    isSender: false,
    ...overrides,
  };
}

export function anEntry(overrides: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    id: 'click',
    chatID: '!ada',
    intent: { kind: 'archive' },
    state: 'queued',
    attempts: 0,
    notBefore: 0,
    ...overrides,
  };
}

export function aReminder(overrides: Partial<Reminder> = {}): Reminder {
  return {
    chatID: '!ada',
    title: 'Ada',
    at: NOON + HOUR,
    setAt: NOON,
    dismissOnIncoming: false,
    kept: 'sent',
    bell: 'set',
    ...overrides,
  };
}
