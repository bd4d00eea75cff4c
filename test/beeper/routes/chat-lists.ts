import { isRich } from '../age';
import { json } from '../http/reply';
import type { Call, Route } from '../http/route';
import { boolean, filledString, integer, isoDate, oneOf } from '../http/schema';
import { pageOf } from '../pages';
import { chatView } from '../views/chats';
import { messageView } from '../views/messages';
import { isUnread, type ChatRecord } from '../world/records';
import { chatOf, chatPosition, listedChat, newestFirst } from './lookup';
import { hasWords, namesIn } from './words';

const INBOXES = ['primary', 'low-priority', 'archive'] as const;

export const CHAT_LIST_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/v1/chats', scope: 'read', handle: (call) => json(list(call)) },
  { method: 'GET', path: '/v1/chats/search', scope: 'read', handle: (call) => json(search(call)) },
  {
    method: 'GET',
    path: '/v1/chats/:chatID',
    scope: 'read',
    handle: (call) => {
      const { age } = call.app;
      const wanted = call.query.number('maxParticipantCount', integer(-1, 500));
      const participants = wanted ?? (isRich(age) ? 100 : -1);
      return json(chatView(chatOf(call), { age, participants }));
    },
  },
];

/** Everything in one list, archived and low priority included, with the last message of each. */
function list(call: Call): object {
  const { world, switches, age } = call.app;
  const accountIDs = call.query.list('accountIDs');
  const chats = newestFirst(world.chats.values()).filter((chat) => isAmong(chat, accountIDs));
  const page = pageOf(call, chats, { size: switches.chatPageSize, position: chatPosition });
  const items = page.items.map((chat) => {
    const last = world.messages(chat).at(-1);
    return {
      ...listedChat(call, chat),
      ...(last && { preview: messageView(last, { age, chat }) }),
    };
  });
  return { ...page, items };
}

function search(call: Call): object {
  const size = call.query.number('limit', integer(1, 200)) ?? 50;
  const tests = searchTests(call);
  const chats = newestFirst(call.app.world.chats.values()).filter((chat) =>
    tests.every((test) => test(chat)),
  );
  const page = pageOf(call, chats, { size, position: chatPosition });
  return { ...page, items: page.items.map((chat) => listedChat(call, chat)) };
}

type Test = (chat: ChatRecord) => boolean;

function searchTests({ query }: Call): Test[] {
  const accountIDs = query.list('accountIDs');
  const inbox = query.checked('inbox', oneOf(...INBOXES));
  const type = query.checked('type', oneOf('single', 'group', 'any')) ?? 'any';
  const words = query.checked('query', filledString);
  const scope = query.checked('scope', oneOf('titles', 'participants')) ?? 'titles';
  const before = query.checked('lastActivityBefore', isoDate);
  const after = query.checked('lastActivityAfter', isoDate);
  const unreadOnly = query.flag('unreadOnly', boolean) ?? false;
  const includeMuted = query.flag('includeMuted', boolean) ?? true;
  return [
    (chat) => isAmong(chat, accountIDs),
    (chat) => inbox === undefined || isIn(chat, inbox),
    (chat) => type === 'any' || chat.type === type,
    (chat) => !unreadOnly || isUnread(chat),
    (chat) => includeMuted || !chat.isMuted,
    (chat) => before === undefined || chat.lastActivity < Date.parse(before),
    (chat) => after === undefined || chat.lastActivity > Date.parse(after),
    (chat) => words === undefined || hasWords(searchedText(chat, scope), words),
  ];
}

function isAmong(chat: ChatRecord, accountIDs: string[]): boolean {
  return accountIDs.length === 0 || accountIDs.includes(chat.accountID);
}

function isIn(chat: ChatRecord, inbox: (typeof INBOXES)[number]): boolean {
  if (inbox === 'archive') return chat.isArchived;
  if (inbox === 'low-priority') return chat.isLowPriority && !chat.isArchived;
  return !chat.isArchived && !chat.isLowPriority;
}

function searchedText(chat: ChatRecord, scope: 'titles' | 'participants'): string {
  return scope === 'titles' ? `${chat.title} ${chat.network}` : namesIn(chat);
}
