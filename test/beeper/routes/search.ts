import { invalid, json } from '../http/reply';
import type { Call, Route } from '../http/route';
import { boolean, integer, isoDate, oneOf } from '../http/schema';
import { compare, pageOf, type Position } from '../pages';
import { plainText } from '../plain-text';
import { messageView } from '../views/messages';
import type { ChatRecord, MessageRecord } from '../world/records';
import { listedChat, newestFirst } from './lookup';
import { hasWords, namesIn } from './words';

interface Discovery {
  chat: ChatRecord;
  message: MessageRecord;
}

type Test = (found: Discovery) => boolean;

const MEDIA = ['any', 'video', 'image', 'link', 'file'] as const;
const MOST_CHATS = 30;
const MOST_MESSAGES = 20;

export const SEARCH_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/v1/search', scope: 'read', handle: (call) => json(unified(call)) },
  {
    method: 'GET',
    path: '/v1/messages/search',
    scope: 'read',
    handle: (call) => {
      const size = call.query.number('limit', integer(1, MOST_MESSAGES)) ?? MOST_MESSAGES;
      return json(messagePage(call, { tests: messageTests(call), size }));
    },
  },
];

/** Titles, people in groups, and words said, all at once. */
function unified(call: Call): object {
  const query = call.query.text('query');
  if (query === undefined) throw invalid('query is required', ['query']);
  const chats = newestFirst(call.app.world.chats.values());
  const titled = chats.filter((chat) => hasWords(chat.title, query)).slice(0, MOST_CHATS);
  const peopled = chats
    .filter((chat) => chat.type === 'group' && hasWords(namesIn(chat), query))
    .slice(0, MOST_CHATS);
  const tests: Test[] = [({ message }) => hasWords(wordsOf(message), query)];
  return {
    results: {
      chats: titled.map((chat) => listedChat(call, chat)),
      in_groups: peopled.map((chat) => listedChat(call, chat)),
      messages: messagePage(call, { tests, size: MOST_MESSAGES }),
    },
  };
}

function messagePage(call: Call, { tests, size }: { tests: Test[]; size: number }): object {
  const { world, age } = call.app;
  const found = [...world.chats.values()]
    .flatMap((chat) => world.messages(chat).map((message) => ({ chat, message })))
    .filter((candidate) => tests.every((test) => test(candidate)))
    .toSorted((a, b) => compare(positionOf(a), positionOf(b)));
  const page = pageOf(call, found, { size, position: positionOf });
  const chats = new Map(page.items.map(({ chat }) => [chat.id, listedChat(call, chat)]));
  return {
    ...page,
    items: page.items.map(({ chat, message }) => messageView(message, { age, chat })),
    chats: Object.fromEntries(chats),
  };
}

function positionOf({ message }: Discovery): Position {
  return { rank: message.timestamp, id: message.id };
}

function messageTests({ query }: Call): Test[] {
  const words = query.text('query');
  const chatIDs = query.list('chatIDs');
  const accountIDs = query.list('accountIDs');
  const chatType = query.checked('chatType', oneOf('single', 'group'));
  const sender = query.text('sender');
  const media = query.list('mediaTypes').map((kind) => oneOf(...MEDIA)(kind, ['mediaTypes']));
  const after = query.checked('dateAfter', isoDate);
  const before = query.checked('dateBefore', isoDate);
  const includeMuted = query.flag('includeMuted', boolean) ?? true;
  const excludeLowPriority = query.flag('excludeLowPriority', boolean) ?? true;
  return [
    ({ message }) => words === undefined || hasWords(wordsOf(message), words),
    ({ chat }) =>
      chatIDs.length === 0 || chatIDs.some((id) => id === chat.id || id === chat.localChatID),
    ({ chat }) => accountIDs.length === 0 || accountIDs.includes(chat.accountID),
    ({ chat }) => chatType === undefined || chat.type === chatType,
    ({ message }) => sender === undefined || isFrom(message, sender),
    ({ message }) => media.length === 0 || media.some((kind) => holds(message, kind)),
    ({ message }) => after === undefined || message.timestamp > Date.parse(after),
    ({ message }) => before === undefined || message.timestamp < Date.parse(before),
    ({ chat }) => includeMuted || !chat.isMuted,
    ({ chat }) => !excludeLowPriority || !chat.isLowPriority,
  ];
}

function wordsOf({ html = '' }: MessageRecord): string {
  return plainText(html);
}

function isFrom(message: MessageRecord, sender: string): boolean {
  if (sender === 'me') return message.isSender;
  return sender === 'others' ? !message.isSender : message.senderID === sender;
}

function holds(message: MessageRecord, kind: (typeof MEDIA)[number]): boolean {
  const types = message.attachments?.map(({ type }) => type) ?? [];
  if (kind === 'any') return types.length > 0;
  if (kind === 'link') return message.html?.includes('href="http') ?? false;
  return types.includes(({ image: 'img', video: 'video', file: 'unknown' } as const)[kind]);
}
