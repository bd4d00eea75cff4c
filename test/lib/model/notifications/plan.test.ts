import { beforeEach, describe, expect, it } from 'vitest';

import { HOUR, SECOND } from '@/lib/base/time';
import { groupedText, messageText } from '@/lib/browser/message-notifications';
import type { Chat } from '@/lib/model/chats/chat';
import type { IncomingOfChat } from '@/lib/model/notifications/new-messages';
import { nextNotificationAt, PATIENCE } from '@/lib/model/notifications/plan';
import { aChat, aPreview, chatMap } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { resetBrowser } from '../../../helpers/fake-browser';
import { aNewChat, noted, type Screen, tell, WATCHED } from '../../../helpers/telling';

beforeEach(resetBrowser);

const NAMES = ['!ada', '!bo', '!cy', '!dee', '!eve'];

/** Chats as they are once somebody has written in the first so many, at a moment. */
function written(count: number, at = NOON, unreadCount = 1): Chat[] {
  return NAMES.slice(0, count).map((id) =>
    aNewChat({ id, title: id.slice(1), lastActivity: at, unreadCount }),
  );
}

const READ = NAMES.map((id) => aChat({ id }));

/** Somebody writes, and it is told once it has waited. */
function hear(after: Chat[], from?: Screen & { chats: Chat[] }): Screen & { chats: Chat[] } {
  const now = Math.max(...after.map(({ lastActivity }) => lastActivity));
  const before = from?.chats ?? READ;
  const incomingMessages = noted({
    before,
    after,
    now,
    ...(from && { known: from.incomingMessages }),
  });
  return { ...tell(incomingMessages, after, { now: now + PATIENCE }), chats: after };
}

describe('new messages', () => {
  it('of a few chats are told one by one, once', () => {
    const heard = hear(written(3));
    expect(heard.shown).toStrictEqual(['!ada', '!bo', '!cy'].map((id) => `message:${NOON}:${id}`));
    const again = tell(heard.incomingMessages, heard.chats);
    expect([...again.shown, ...again.withdrawn]).toStrictEqual([]);
  });

  it('of many chats at once become one, which takes in those just told', () => {
    const heard = hear(written(3));
    const more = hear([...written(3), ...written(5, NOON + 2 * SECOND).slice(3)], heard);
    expect(more.shown).toStrictEqual([`messages:${NOON + 2 * SECOND + PATIENCE}`]);
    expect(more.withdrawn).toStrictEqual(heard.shown);
  });

  it('of one chat stay its own, however many: the newest replaces the one before', () => {
    const heard = hear(written(1));
    const more = hear(written(1, NOON + SECOND, 9), heard);
    expect(more.shown).toStrictEqual([`message:${NOON + SECOND}:!ada`]);
    expect(more.withdrawn).toStrictEqual(heard.shown);
  });

  it('that go on coming wait a moment, and come with what else has come', () => {
    const many = hear(written(5));
    const later = NOON + 4 * SECOND;
    const held = hear(written(5, later, 2), many);
    expect(held.shown).toStrictEqual([]);
    const at = nextNotificationAt(held.incomingMessages) ?? 0;
    expect(at).toBe(NOON + PATIENCE + 10 * SECOND);
    const told = tell(held.incomingMessages, held.chats, { now: at });
    expect(told.shown).toStrictEqual([`messages:${at}`]);
    expect(told.withdrawn).toStrictEqual(many.shown);
    const words = groupedText(
      told.incomingMessages.chats,
      (id) => chatMap(...held.chats).get(id),
      'all',
    );
    expect(words).toStrictEqual({
      title: '10 new messages in 5 chats',
      message: 'ada, bo, cy, dee, eve',
    });
  });

  it('that come much later are told on their own', () => {
    const many = hear(written(5));
    const [ada, ...others] = written(5);
    if (!ada) throw new Error('Nobody has written');
    const at = NOON + 60 * SECOND;
    const again = { ...ada, unreadCount: 2, lastActivity: at, preview: aPreview({ at }) };
    const later = hear([again, ...others], many);
    expect(later.shown).toStrictEqual([`message:${at}:!ada`]);
    expect(later.withdrawn).toStrictEqual([]);
  });

  it('wait a moment, and are not told when the chat is read meanwhile', () => {
    const incomingMessages = noted({ before: READ, after: written(1) });
    const early = tell(incomingMessages, written(1), { now: NOON + PATIENCE - 1 });
    expect(early.shown).toStrictEqual([]);
    expect(nextNotificationAt(early.incomingMessages)).toBe(NOON + PATIENCE);
    expect(tell(early.incomingMessages, written(1)).shown).toHaveLength(1);
    const read = tell(early.incomingMessages, [aNewChat({ unreadCount: 0 })], {
      now: NOON + SECOND,
    });
    expect([...read.shown, ...read.withdrawn]).toStrictEqual([]);
    expect(nextNotificationAt(read.incomingMessages)).toBeUndefined();
  });

  it('are told in time though more of them come, and wait anew once those were read', () => {
    const first = noted({ before: READ, after: written(1) });
    const [at, now] = [NOON + SECOND, NOON + SECOND];
    const after = (unreadCount: number) =>
      noted({ before: written(1), after: written(1, at, unreadCount), known: first, now });
    expect(tell(after(2), written(1, at, 2)).shown).toStrictEqual([`message:${at}:!ada`]);
    expect(tell(after(1), written(1, at, 1)).shown).toStrictEqual([]);
    expect(nextNotificationAt(after(1) ?? WATCHED)).toBe(at + PATIENCE);
  });

  it('that still wait are not told with those that have waited', () => {
    const bo = { ...aNewChat({ id: '!bo', unreadCount: 9 }), title: 'bo' };
    const first = noted({ before: READ, after: [bo] });
    const at = NOON + SECOND;
    const after = [bo, ...written(1, at)];
    const both = noted({ before: [bo, ...READ.slice(0, 1)], after, known: first, now: at });
    expect(tell(both, after).shown).toStrictEqual([`message:${NOON}:!bo`]);
  });

  it.each<[string, Partial<Chat>]>([
    ['read', { unreadCount: 0 }],
    ['muted', { isMuted: true }],
    ['archived', { box: 'archive' }],
    ['put to low priority', { box: 'low-priority' }],
  ])('are withdrawn when the chat is %s', (_how, change) => {
    const heard = hear(written(1));
    const after = tell(heard.incomingMessages, [{ ...aNewChat(), ...change }]);
    expect(after.withdrawn).toStrictEqual(heard.shown);
    expect(after.incomingMessages.chats).toStrictEqual({});
  });

  it('of many are withdrawn with the last of them', () => {
    const many = hear(written(5));
    const read = written(5).map((chat) => ({ ...chat, unreadCount: 0 }));
    const left = tell(many.incomingMessages, [...written(1), ...read.slice(1)]);
    expect(left.withdrawn).toStrictEqual([]);
    expect(tell(left.incomingMessages, read).withdrawn).toStrictEqual(many.shown);
  });

  it('are withdrawn when nobody wants to be told any more', () => {
    const heard = hear(written(2));
    const settings = { direct: false, groups: false, mentions: false };
    expect(tell(heard.incomingMessages, heard.chats, { settings }).withdrawn).toStrictEqual(
      heard.shown,
    );
  });

  it('are not told in quiet, nor after it, nor long after they came', () => {
    const incomingMessages = noted({ before: READ, after: written(1) });
    const quiet = tell(incomingMessages, written(1), { isQuiet: true });
    expect([quiet.shown, tell(quiet.incomingMessages, written(1)).shown]).toStrictEqual([[], []]);
    const early = tell(incomingMessages, written(1), { isQuiet: true, now: NOON });
    expect(tell(early.incomingMessages, written(1)).shown).toStrictEqual([]);
    expect(tell(incomingMessages, written(1), { now: NOON + HOUR }).shown).toStrictEqual([]);
  });

  it('of a chat that is not known so far yet are waited for', () => {
    const incomingMessages = noted({ before: READ, after: written(1) });
    const waiting = tell(incomingMessages, READ);
    expect(waiting.shown).toStrictEqual([]);
    expect(tell(waiting.incomingMessages, written(1)).shown).toHaveLength(1);
  });

  it('are always told together where only their number is wanted', () => {
    const settings = { detail: 'number' } as const;
    const incomingMessages = noted({ before: READ, after: written(1), settings });
    expect(tell(incomingMessages, written(1), { settings }).shown).toStrictEqual([
      `messages:${NOON + PATIENCE}`,
    ]);
  });
});

describe('the words of a new message', () => {
  const chat = aNewChat({ preview: aPreview({ sender: 'Ben', at: NOON }) });
  const incomingOfChat: IncomingOfChat = {
    at: NOON,
    count: 1,
    fresh: 1,
    burst: 1,
    heardAt: NOON,
    bell: 'set',
  };
  const three = { ...incomingOfChat, fresh: 3 };
  const { preview: _none, ...unknown } = chat;

  it.each([
    ['Hello', chat, incomingOfChat, 'all'],
    ['3 new messages\nHello', chat, three, 'all'],
    ['Ben: Hello', { ...chat, isGroup: true }, incomingOfChat, 'all'],
    ['1 new message', unknown, incomingOfChat, 'all'],
    ['1 new message', { ...chat, preview: aPreview({ isOwn: true }) }, incomingOfChat, 'all'],
    ['1 new message', chat, incomingOfChat, 'sender'],
    ['Ben: 1 new message', { ...chat, isGroup: true }, incomingOfChat, 'sender'],
    ['3 new messages', { ...chat, isGroup: true }, three, 'sender'],
  ] as const)('are %j', (words, about, how, detail) => {
    expect(messageText(about, how, detail)).toBe(words);
  });

  it('name nobody where only a number is wanted', () => {
    const { title, message } = groupedText(
      { '!ada': { ...three, isGathered: true } },
      () => chat,
      'number',
    );
    expect([title, message]).toStrictEqual(['3 new messages in 1 chat', 'Companion for Beeper']);
  });
});
