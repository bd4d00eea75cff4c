import type { Chat } from '@beeper/desktop-api/resources/chats/chats';

import { isRich, isSince, type Age } from '../age';
import { sortKeyOf, type ChatRecord } from '../world/records';
import { participantsView } from './people';

export interface ChatViewOptions {
  age: Age;
  participants: number;
}

type OldChat = Partial<Omit<Chat, 'title'>> & { title: string | null };

/** What a build of the given age says about a chat. */
export function chatView(chat: ChatRecord, options: ChatViewOptions): Chat | OldChat {
  if (isRich(options.age)) return { ...richFields(chat), ...commonFields(chat, options) };
  const isOldest = !isSince(options.age, '4.2.557');
  if (!isOldest) return commonFields(chat, options);
  return {
    ...commonFields(chat, options),
    network: chat.network,
    title: chat.isTitleComputed ? null : chat.title,
    description: chat.description,
  };
}

/** How many people a listing shows of a chat; the rest has to be asked for. */
export function listedParticipants(age: Age): number {
  return isRich(age) ? 20 : 5;
}

function commonFields(
  chat: ChatRecord,
  { age, participants }: ChatViewOptions,
): Omit<Chat, 'network'> {
  return {
    id: chat.id,
    localChatID: chat.localChatID,
    accountID: chat.accountID,
    title: chat.title,
    type: chat.type,
    participants: participantsView(chat.participants, { age, limit: participants }),
    unreadCount: chat.unreadCount,
    lastReadMessageSortKey: sortKeyOf(chat.readUpTo),
    lastActivity: new Date(chat.lastActivity).toISOString(),
    isArchived: chat.isArchived,
    isMuted: chat.isMuted,
    isPinned: chat.isPinned,
  };
}

/** Optional members are left out when there is nothing to say, except those that can be null. */
function richFields(chat: ChatRecord): Partial<Chat> & { network: string } {
  return {
    network: chat.network,
    description: chat.description,
    imgURL: chat.imgURL,
    unreadMentionsCount: chat.unreadMentionsCount,
    isMarkedUnread: chat.isMarkedUnread,
    isLowPriority: chat.isLowPriority,
    isReadOnly: chat.isReadOnly,
    reminder: chat.reminder && {
      remindAt: new Date(chat.reminder.remindAt).toISOString(),
      dismissOnIncomingMessage: chat.reminder.dismissOnIncomingMessage,
    },
    ...(chat.snoozeUntil !== null && {
      snooze: { snoozeUntil: new Date(chat.snoozeUntil).toISOString() },
    }),
    draft: chat.draft === null ? null : { text: chat.draft },
    messageExpirySeconds: chat.messageExpirySeconds,
    capabilities: { archive: true, markAsUnread: true, maxTextLength: 60_000, reply: 2, edit: 1 },
  };
}
