import { describe, expect, it } from 'vitest';

import { changedUntold } from '@/lib/beeper/live/missed';
import { aChat, chatMap } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const before = chatMap(aChat(), aChat({ id: '!bo', unreadCount: 2 }));

describe('what a check finds changed', () => {
  it.each([
    ['is read', aChat({ id: '!bo', unreadCount: 0 })],
    ['has more', aChat({ id: '!bo', unreadCount: 3 })],
    ['is marked', aChat({ id: '!bo', unreadCount: 2, isMarkedUnread: true })],
    ['is archived', aChat({ id: '!bo', unreadCount: 2, box: 'archive' })],
  ])('is a chat that %s', (_what, chat) => {
    expect(changedUntold(before, chatMap(aChat(), chat), NOON)).toStrictEqual(['!bo']);
  });

  it('is a new chat, if it is unread', () => {
    const news = chatMap(aChat({ id: '!cy', unreadCount: 1 }), aChat({ id: '!di' }));
    expect(changedUntold(before, news, NOON)).toStrictEqual(['!cy']);
  });

  it('is nothing of what counts as it did', () => {
    const after = chatMap(aChat({ title: 'Ada L.', lastActivity: NOON }));
    expect(changedUntold(before, after, NOON)).toStrictEqual([]);
  });

  it('is nothing that was done from here meanwhile', () => {
    const after = chatMap(aChat({ id: '!bo', writtenAt: NOON + 1 }));
    expect(changedUntold(before, after, NOON)).toStrictEqual([]);
  });
});
