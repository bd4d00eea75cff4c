import type { ChatUpdateParams } from '@beeper/desktop-api/resources/chats/chats';

import { ApiError, json, type Reply } from '../http/reply';
import { route, type Call, type Route } from '../http/route';
import {
  anyString,
  boolean,
  filledString,
  integer,
  nullable,
  object,
  optional,
  record,
} from '../http/schema';
import { formatDraft } from '../seed/bodies';
import type { ChatRecord, MessageRecord } from '../world/records';
import { markRead, markUnread } from '../world/reading';
import { chatOf, messageByID, wholeChat } from './lookup';
import { attachmentParts } from './message-body';
import { successReply } from './success';

const RICH = '4.2.808';
const archiveBody = object({ archived: optional(boolean) });
const positionBody = object({ messageID: optional(filledString) });
const draftBody = object({
  text: anyString,
  attachments: optional(record(object({ ...attachmentParts, id: optional(anyString) }))),
});
const patchBody = object({
  isArchived: optional(boolean),
  isLowPriority: optional(boolean),
  isMuted: optional(boolean),
  isPinned: optional(boolean),
  title: optional(nullable(anyString)),
  description: optional(nullable(anyString)),
  imgURL: optional(nullable(anyString)),
  messageExpirySeconds: optional(nullable(integer(0, 4_000_000_000))),
  draft: optional(nullable(draftBody)),
});

export const CHAT_ACTION_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/chats/:chatID/archive',
    scope: 'write',
    body: () => archiveBody,
    handle: (call) => {
      archive(call, chatOf(call), call.body.archived ?? true);
      return successReply(call.app.switches);
    },
  }),
  route({
    method: 'POST',
    path: '/v1/chats/:chatID/read',
    since: RICH,
    scope: 'write',
    body: () => positionBody,
    handle: (call) => atMessage(call, markRead),
  }),
  route({
    method: 'POST',
    path: '/v1/chats/:chatID/unread',
    since: RICH,
    scope: 'write',
    body: () => positionBody,
    handle: (call) => atMessage(call, markUnread),
  }),
  route({
    method: 'POST',
    path: '/v1/chats/:chatID/notify-anyway',
    since: RICH,
    scope: 'write',
    body: () => object({}),
    handle: (call) => {
      const chat = chatOf(call);
      if (chat.network === 'iMessage') return json(wholeChat(call, chat));
      throw new ApiError(400, 'VALIDATION_ERROR', `Not supported on ${chat.network}`);
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/chats/:chatID',
    since: RICH,
    scope: 'write',
    body: () => patchBody,
    handle: (call) => {
      const chat = chatOf(call);
      call.app.world.change(chat, changeFor(chat, call.body as ChatUpdateParams));
      return json(wholeChat(call, chat));
    },
  }),
];

function archive({ app }: Pick<Call, 'app'>, chat: ChatRecord, isArchived: boolean): void {
  const { pinnedArchiving } = app.switches;
  const stays = isArchived && chat.isPinned && pinnedArchiving !== 'done';
  if (stays && pinnedArchiving === 'refused') {
    throw new ApiError(400, 'VALIDATION_ERROR', 'A pinned chat cannot be archived');
  }
  if (!stays) app.world.change(chat, { isArchived });
}

type Move = (world: Call['app']['world'], chat: ChatRecord, message?: MessageRecord) => ChatRecord;

function atMessage(call: Call<{ messageID?: string }>, move: Move): Reply {
  const chat = chatOf(call);
  const id = call.body.messageID;
  const message = id === undefined ? undefined : messageByID(call, { chat, id });
  return json(wholeChat(call, move(call.app.world, chat, message)));
}

function changeFor(chat: ChatRecord, patch: ChatUpdateParams): Partial<ChatRecord> {
  const { draft, title, ...plain } = patch;
  return {
    ...plain,
    ...(title !== undefined && { title: title ?? chat.participants[0]?.fullName ?? 'Unknown' }),
    ...(draft !== undefined && { draft: draftText(chat, draft) }),
  };
}

/** A draft is never overwritten: it has to be emptied first. */
function draftText(chat: ChatRecord, draft: ChatUpdateParams.Draft | null): string | null {
  if (draft === null || draft.text === '') return null;
  if (chat.draft === null) return formatDraft(draft.text);
  throw new ApiError(400, 'VALIDATION_ERROR', 'The chat already has a draft; clear it first');
}
