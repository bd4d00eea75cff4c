import { notFound } from '../http/reply';
import type { Call } from '../http/route';
import { compare } from '../pages';
import { chatView, listedParticipants } from '../views/chats';
import type { AccountRecord, ChatRecord, MessageRecord } from '../world/records';

export function chatOf(call: Pick<Call, 'app' | 'request'>): ChatRecord {
  const chat = call.app.world.find(call.request.params['chatID'] ?? '');
  if (!chat) throw notFound('Chat');
  return chat;
}

export function messageOf(call: Pick<Call, 'app' | 'request'>, chat: ChatRecord): MessageRecord {
  return messageByID(call, { chat, id: call.request.params['messageID'] ?? '' });
}

export function messageByID(
  { app }: Pick<Call, 'app'>,
  { chat, id }: { chat: ChatRecord; id: string },
): MessageRecord {
  const messages = app.world.messages(chat);
  const message = messages.find((candidate) => candidate.id === id || candidate.pendingID === id);
  if (!message) throw notFound('Message');
  return message;
}

export function accountOf(call: Pick<Call, 'app'>, accountID: string): AccountRecord {
  const account = call.app.world.account(accountID);
  if (!account?.isListed) throw notFound('Account');
  return account;
}

export function chatPosition(chat: ChatRecord): { rank: number; id: string } {
  return { rank: chat.lastActivity, id: chat.id };
}

export function newestFirst(chats: Iterable<ChatRecord>): ChatRecord[] {
  return [...chats].toSorted((a, b) => compare(chatPosition(a), chatPosition(b)));
}

export function listedChat({ app }: Pick<Call, 'app'>, chat: ChatRecord): object {
  return chatView(chat, { age: app.age, participants: listedParticipants(app.age) });
}

/** The answer to a write: the whole chat as it is now. */
export function wholeChat({ app }: Pick<Call, 'app'>, chat: ChatRecord): object {
  return chatView(chat, { age: app.age, participants: 100 });
}
