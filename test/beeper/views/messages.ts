import type { Message } from '@beeper/desktop-api/resources/shared';

import { isRich, isSince, type Age } from '../age';
import { plainText } from '../plain-text';
import { sortKeyOf, type ChatRecord, type MessageRecord } from '../world/records';

export function messageView(
  message: MessageRecord,
  { age, chat }: { age: Age; chat: ChatRecord },
): Message {
  return {
    ...commonFields(message, { age, chat }),
    ...(isSince(age, '4.2.499') && typedFields(message)),
    ...(isRich(age) && richFields(message)),
  };
}

function commonFields(
  message: MessageRecord,
  { age, chat }: { age: Age; chat: ChatRecord },
): Message {
  const { html } = message;
  return {
    id: message.id,
    chatID: chat.id,
    accountID: chat.accountID,
    senderID: message.senderID,
    timestamp: iso(message.timestamp),
    sortKey: sortKeyOf(message.ordinal),
    isSender: message.isSender,
    isUnread: !message.isSender && message.ordinal > chat.readUpTo,
    ...(message.senderName !== undefined && { senderName: message.senderName }),
    ...(html !== undefined && { text: isRich(age) ? html : plainText(html) }),
    ...(message.attachments && { attachments: message.attachments }),
    ...(message.reactions && { reactions: message.reactions }),
  };
}

function typedFields({ type, linkedMessageID }: MessageRecord): Partial<Message> {
  return { ...(type && { type }), ...(linkedMessageID !== undefined && { linkedMessageID }) };
}

function richFields(message: MessageRecord): Partial<Message> {
  const { editedAt, isDeleted, isHidden, sendStatus, seen } = message;
  return {
    ...(editedAt !== undefined && { editedTimestamp: iso(editedAt) }),
    ...(isDeleted && { isDeleted }),
    ...(isHidden && { isHidden }),
    ...(sendStatus && { sendStatus: { status: sendStatus, timestamp: iso(message.timestamp) } }),
    ...(seen && { seen }),
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
