import { escapeText } from '../seed/bodies';
import { messageID } from '../seed/messages';
import type { Attachment } from '@beeper/desktop-api/resources/shared';
import type { ChatRecord, MessageRecord } from './records';
import { markRead } from './reading';
import type { World } from './world';

export interface Incoming {
  text?: string;
  html?: string;
  senderName?: string;
  type?: NonNullable<MessageRecord['type']>;
  attachments?: Attachment[];
  /** Reactions and system events move the chat up without making it unread. */
  isQuiet?: boolean;
}

export interface Outgoing {
  text?: string;
  attachment?: Attachment;
  replyToMessageID?: string;
}

export function receive(world: World, chat: ChatRecord, incoming: Incoming): MessageRecord {
  const sender = senderOf(world, chat, incoming.senderName);
  const html =
    incoming.html ?? (incoming.text === undefined ? undefined : escapeText(incoming.text));
  const message = world.append(chat, {
    senderID: sender.id,
    senderName: incoming.senderName ?? sender.fullName,
    isSender: false,
    timestamp: world.now(),
    type: incoming.type ?? 'TEXT',
    ...(html !== undefined && { html }),
    ...(incoming.attachments && { attachments: incoming.attachments }),
    ...(incoming.isQuiet && { isHidden: true }),
  });
  world.emit({ type: 'message.upserted', chatID: chat.id, messages: [message] });
  world.change(chat, afterIncoming(world, chat, message));
  return message;
}

/** The message stands in the chat at once, under an id that only holds until it is settled. */
export function send(world: World, chat: ChatRecord, outgoing: Outgoing): MessageRecord {
  const { user } = world.ownerOf(chat);
  const html = outgoing.text === undefined ? undefined : escapeText(outgoing.text);
  const message = world.append(chat, {
    pendingID: `pending-${chat.number}-${world.messages(chat).length + 1}`,
    senderID: user.id,
    senderName: user.fullName,
    isSender: true,
    timestamp: world.now(),
    type: outgoing.attachment ? 'FILE' : 'TEXT',
    sendStatus: 'PENDING',
    ...(html !== undefined && { html }),
    ...(outgoing.attachment && { attachments: [outgoing.attachment] }),
    ...(outgoing.replyToMessageID && { linkedMessageID: outgoing.replyToMessageID }),
  });
  world.emit({ type: 'message.upserted', chatID: chat.id, messages: [{ ...message }] });
  return message;
}

/** The network took the message: final id, read by the others, and the chat is active again. */
export function settle(world: World, chat: ChatRecord, message: MessageRecord): void {
  if (message.sendStatus !== 'PENDING') return;
  message.id = messageID(chat, message.ordinal);
  message.sendStatus = 'SUCCESS';
  world.emit({ type: 'message.upserted', chatID: chat.id, messages: [{ ...message }] });
  message.seen = true;
  world.emit({ type: 'message.upserted', chatID: chat.id, messages: [message] });
  Object.assign(chat, { lastActivity: message.timestamp, isArchived: false });
  markRead(world, chat);
}

function senderOf(world: World, chat: ChatRecord, name?: string): { id: string; fullName: string } {
  const { user } = world.ownerOf(chat);
  const others = chat.participants.filter((person) => person.id !== user.id);
  const named = others.find((person) => person.fullName === name);
  return named ?? others[0] ?? { id: '@stranger:beeper.local', fullName: 'Stranger' };
}

function afterIncoming(
  world: World,
  chat: ChatRecord,
  message: MessageRecord,
): Partial<ChatRecord> {
  if (message.isHidden) return { lastActivity: message.timestamp };
  const returns = world.switches.incomingUnarchives && chat.isArchived && !chat.isMuted;
  return {
    lastActivity: message.timestamp,
    unreadCount: chat.unreadCount + 1,
    ...(returns && { isArchived: false }),
    ...(chat.reminder?.dismissOnIncomingMessage && { reminder: null }),
  };
}

/** The message stays in its place, empty. */
export function withdraw(world: World, chat: ChatRecord, message: MessageRecord): void {
  message.isDeleted = true;
  delete message.html;
  delete message.attachments;
  world.emit({ type: 'message.deleted', chatID: chat.id, messages: [message] });
}
