import { describe, expect, it } from 'vitest';

import { findChat, openBeeper } from './support';
import type { ChatRecord } from './world/records';

async function tell(seed: number): Promise<object[]> {
  const beeper = await openBeeper({ seed });
  return [...beeper.chats.values()].map((chat) => [{ ...chat }, beeper.messages(chat.id)]);
}

describe('the seed', () => {
  it('tells the same story twice, and another one from another number', async () => {
    expect(await tell(3)).toStrictEqual(await tell(3));
    expect(await tell(3)).not.toStrictEqual(await tell(4));
  });

  it.each([0, 5, 60, 10_000])('makes %i chats, none like the other', async (chats) => {
    const beeper = await openBeeper({ chats });
    const all = [...beeper.chats.values()];
    expect(all).toHaveLength(chats);
    expect(new Set(all.map(({ localChatID }) => localChatID)).size).toBe(chats);
  });

  it('spans eleven networks', async () => {
    const beeper = await openBeeper();
    const networks = new Set([...beeper.chats.values()].map(({ network }) => network));
    expect(networks.size).toBe(11);
  });

  it.each<[string, (chat: ChatRecord) => boolean]>([
    ['long title', ({ title }) => title.length === 80],
    ['two-letter title', ({ title }) => title.length === 2],
    ['Arabic title', ({ title }) => /\p{Script=Arabic}/u.test(title)],
    ['Hebrew title', ({ title }) => /\p{Script=Hebrew}/u.test(title)],
    ['Chinese or Japanese title', ({ title }) => /\p{Script=Han}/u.test(title)],
    ['emoji title', ({ title }) => /\p{Extended_Pictographic}/u.test(title)],
    ['computed title', ({ isTitleComputed }) => isTitleComputed],
    ['muted and unread', ({ isMuted, unreadCount }) => isMuted && unreadCount > 0],
    ['muted and marked', ({ isMuted, isMarkedUnread }) => isMuted && isMarkedUnread],
    ['pinned', ({ isPinned }) => isPinned],
    [
      'low priority and unread',
      ({ isLowPriority, unreadCount }) => isLowPriority && unreadCount > 0,
    ],
    ['archived and unread', ({ isArchived, unreadCount }) => isArchived && unreadCount > 0],
    ['archived and marked', ({ isArchived, isMarkedUnread }) => isArchived && isMarkedUnread],
    [
      'marked with nothing new',
      ({ isMarkedUnread, unreadCount }) => isMarkedUnread && !unreadCount,
    ],
    ['reminder', ({ reminder, isArchived }) => reminder !== null && !isArchived],
    ['archived with reminder', ({ reminder, isArchived }) => reminder !== null && isArchived],
    ['snoozed', ({ snoozeUntil }) => snoozeUntil !== null],
    ['draft', ({ draft }) => draft !== null],
    ['read-only', ({ isReadOnly }) => isReadOnly],
    ['note to self', ({ participants }) => participants.length === 1 && !!participants[0]?.isSelf],
    ['over a hundred unread', ({ unreadCount }) => unreadCount > 99],
    ['mentions', ({ unreadMentionsCount }) => unreadMentionsCount > 0],
    ['many people', ({ participants }) => participants.length > 200],
    ['hash in the id', ({ id }) => id.includes('##')],
  ])('has a chat with: %s', async (_name, fits) => {
    const beeper = await openBeeper();
    expect(findChat(beeper, fits)).toBeDefined();
  });

  it('counts as unread exactly what came after the last read message', async () => {
    const beeper = await openBeeper({ chats: 200 });
    for (const chat of beeper.chats.values()) {
      const tail = beeper.messages(chat.id).slice(chat.readUpTo);
      expect(tail).toHaveLength(chat.unreadCount);
      expect(tail.every(({ isSender }) => !isSender)).toBe(true);
    }
  });

  it('ends every story at the last activity of its chat', async () => {
    const beeper = await openBeeper();
    for (const chat of beeper.chats.values()) {
      const times = beeper.messages(chat.id).map(({ timestamp }) => timestamp);
      expect(times.at(-1)).toBe(chat.lastActivity);
      expect(times).toStrictEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('holds messages of every kind', async () => {
    const beeper = await openBeeper({ chats: 200 });
    const all = [...beeper.chats.keys()].flatMap((id) => [...beeper.messages(id)]);
    const types = new Set(all.map(({ type }) => type));
    const html = all.map((message) => message.html ?? '').join('\n');
    expect([...types].toSorted()).toStrictEqual(
      [
        'AUDIO',
        'FILE',
        'IMAGE',
        'LOCATION',
        'REACTION',
        'STICKER',
        'TEXT',
        'VIDEO',
        'VOICE',
      ].concat([undefined] as never),
    );
    expect(all.some(({ editedAt }) => editedAt)).toBe(true);
    expect(all.some(({ isDeleted }) => isDeleted)).toBe(true);
    expect(all.some(({ linkedMessageID }) => linkedMessageID)).toBe(true);
    expect(all.some(({ senderID, senderName }) => senderID === senderName)).toBe(true);
    for (const part of [
      '{{sender}}',
      '<mx-reply>',
      '<script>',
      'onerror',
      '<li>',
      '&amp;',
      '\u200B',
    ]) {
      expect(html).toContain(part);
    }
  });

  it('gives avatars in every form there is', async () => {
    const beeper = await openBeeper();
    const people = [...beeper.chats.values()].flatMap(({ participants }) => participants);
    const schemes = new Set(people.map(({ imgURL }) => imgURL?.split(':')[0]));
    expect(schemes).toStrictEqual(new Set(['mxc', 'localmxc', 'file', 'https', undefined]));
  });
});
