import { isRich } from '../age';
import { invalid, json, type Reply } from '../http/reply';
import { route, type Call, type Route } from '../http/route';
import { anyString, filledString, object, optional } from '../http/schema';
import type { MessageRecord } from '../world/records';
import { chatOf, messageOf } from './lookup';

const PATH = '/v1/chats/:chatID/messages/:messageID/reactions';

interface ReactionBody {
  reactionKey: string;
  transactionID?: string;
}

export const REACTION_ROUTES: readonly Route[] = [
  route<ReactionBody>({
    method: 'POST',
    path: PATH,
    since: '4.2.557',
    scope: 'write',
    body: () => object({ reactionKey: filledString, transactionID: optional(anyString) }),
    handle: add,
  }),
  {
    method: 'DELETE',
    path: `${PATH}/:reactionKey`,
    since: '4.2.808',
    scope: 'write',
    handle: (call) => remove(call, call.request.params['reactionKey']),
  },
  {
    method: 'DELETE',
    path: PATH,
    since: '4.2.557',
    scope: 'write',
    handle: (call) =>
      remove(call, isRich(call.app.age) ? undefined : call.query.text('reactionKey')),
  },
];

function add(call: Call<ReactionBody>): Reply {
  const { reactionKey, transactionID = `reaction-${call.app.world.now()}` } = call.body;
  const { message, participantID, others } = ownReaction(call, reactionKey);
  const id = `${participantID}${reactionKey}`;
  message.reactions = [...others, { id, reactionKey, participantID, emoji: true }];
  announce(call, message);
  return json({ ...namesOf(message), reactionKey, transactionID, success: true });
}

function remove(call: Call, reactionKey: string | undefined): Reply {
  if (!reactionKey) throw invalid('reactionKey is required', ['reactionKey']);
  const { message, others } = ownReaction(call, reactionKey);
  message.reactions = others;
  announce(call, message);
  return json({ ...namesOf(message), reactionKey, success: true });
}

function ownReaction(
  call: Pick<Call, 'app' | 'request'>,
  key: string,
): {
  message: MessageRecord;
  participantID: string;
  others: NonNullable<MessageRecord['reactions']>;
} {
  const chat = chatOf(call);
  const message = messageOf(call, chat);
  const participantID = call.app.world.ownerOf(chat).user.id;
  const isOwn = (reaction: { participantID: string; reactionKey: string }): boolean =>
    reaction.participantID === participantID && reaction.reactionKey === key;
  const others = (message.reactions ?? []).filter((reaction) => !isOwn(reaction));
  return { message, participantID, others };
}

function announce({ app }: Pick<Call, 'app'>, message: MessageRecord): void {
  app.world.emit({ type: 'message.upserted', chatID: message.chatID, messages: [message] });
}

function namesOf({ chatID, id }: MessageRecord): { chatID: string; messageID: string } {
  return { chatID, messageID: id };
}
