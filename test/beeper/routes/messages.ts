import type { Attachment } from '@beeper/desktop-api/resources/shared';

import { isRich, isSince } from '../age';
import { ApiError, empty, invalid, json, notFound, type Reply } from '../http/reply';
import { route, type Call, type Route } from '../http/route';
import { boolean, filledString, object, optional } from '../http/schema';
import { pageOf, type Position } from '../pages';
import { escapeText } from '../seed/bodies';
import { messageView } from '../views/messages';
import type { MessageRecord } from '../world/records';
import { send, settle, withdraw as withdrawMessage } from '../world/talking';
import { chatOf, messageOf } from './lookup';
import { attachmentBody } from './message-body';

const plainSend = { text: optional(filledString), replyToMessageID: optional(filledString) };
const withFile = object({ ...plainSend, attachment: optional(attachmentBody) });
const withoutFile = object({ ...plainSend, attachment: optional(refuseAttachment) });

interface SendBody {
  text?: string;
  replyToMessageID?: string;
  attachment?: { uploadID: string };
}

export const MESSAGE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/chats/:chatID/messages',
    scope: 'read',
    handle: (call) => json(list(call)),
  },
  route<SendBody>({
    method: 'POST',
    path: '/v1/chats/:chatID/messages',
    scope: 'write',
    body: (age) => (isSince(age, '4.2.499') ? withFile : withoutFile),
    handle: sendMessage,
  }),
  {
    method: 'GET',
    path: '/v1/chats/:chatID/messages/:messageID',
    since: '4.2.808',
    scope: 'read',
    handle: (call) => {
      const chat = chatOf(call);
      return json(messageView(messageOf(call, chat), { age: call.app.age, chat }));
    },
  },
  route<{ text: string }>({
    method: 'PUT',
    path: '/v1/chats/:chatID/messages/:messageID',
    since: '4.2.499',
    scope: 'write',
    body: () => object({ text: filledString }),
    handle: edit,
  }),
  {
    method: 'DELETE',
    path: '/v1/chats/:chatID/messages/:messageID',
    since: '4.2.808',
    scope: 'write',
    handle: withdraw,
  },
];

function refuseAttachment(): never {
  throw invalid('Unknown member "attachment"', ['attachment']);
}

/** Builds before 4.2.808 give no cursors; there the last item's sort key leads on. */
function list(call: Call): object {
  const { age, world, switches } = call.app;
  const chat = chatOf(call);
  const page = pageOf(call, world.messages(chat).toReversed(), {
    size: switches.messagePageSize,
    position: ({ ordinal }) => ({ rank: ordinal, id: '' }),
    ...(!isRich(age) && { readCursor: readSortKey }),
  });
  const items = page.items.map((message) => messageView(message, { age, chat }));
  return isRich(age) ? { ...page, items } : { items, hasMore: page.hasMore };
}

function readSortKey(cursor: string): Position {
  const rank = Number(cursor) - 100_000;
  if (Number.isNaN(rank)) throw invalid('The cursor is not a sort key', ['cursor']);
  return { rank, id: '' };
}

function sendMessage(call: Call<SendBody>): Reply {
  const { world, settleLater } = call.app;
  const chat = chatOf(call);
  const { text, attachment, replyToMessageID } = call.body;
  if (text === undefined && !attachment) throw invalid('A message needs text or an attachment');
  if (chat.isReadOnly) throw new ApiError(403, 'forbidden', 'Nobody can write in this chat');
  const message = send(world, chat, {
    ...(text !== undefined && { text }),
    ...(attachment && { attachment: uploaded(call, attachment.uploadID) }),
    ...(replyToMessageID !== undefined && { replyToMessageID }),
  });
  const reply = json({ chatID: chat.id, pendingMessageID: message.id });
  return { ...reply, after: () => settleLater(() => settle(world, chat, message)) };
}

function uploaded({ app }: Pick<Call, 'app'>, uploadID: string): Attachment {
  const upload = app.world.uploads.get(uploadID);
  if (!upload) throw notFound('Upload');
  return { type: 'unknown', id: uploadID, ...upload };
}

function edit(call: Call<{ text: string }>): Reply {
  const { age, world } = call.app;
  const chat = chatOf(call);
  const message = ownMessage(call);
  message.html = escapeText(call.body.text);
  message.editedAt = world.now();
  world.emit({ type: 'message.upserted', chatID: chat.id, messages: [message] });
  const old = { chatID: chat.id, messageID: message.id, success: true };
  return json(isRich(age) ? { ...messageView(message, { age, chat }), ...old } : old);
}

function withdraw(call: Call): Reply {
  call.query.flag('forEveryone', boolean);
  const chat = chatOf(call);
  withdrawMessage(call.app.world, chat, ownMessage(call));
  return empty(204);
}

function ownMessage(call: Pick<Call, 'app' | 'request'>): MessageRecord {
  const message = messageOf(call, chatOf(call));
  if (message.isSender) return message;
  throw new ApiError(403, 'forbidden', 'Only own messages can be changed');
}
