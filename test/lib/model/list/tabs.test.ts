import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import { tabCounts, tabRows } from '@/lib/model/list/tabs';
import { aChat, aReminder } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { aWorld, idsOf } from '../../../helpers/world';

const WORLD = [
  aChat({ id: 'unread', unreadCount: 1, lastActivity: 5 }),
  aChat({ id: 'marked', isMarkedUnread: true, lastActivity: 6 }),
  aChat({ id: 'pinned', isPinned: true, lastActivity: 1 }),
  aChat({ id: 'read', lastActivity: 4 }),
  aChat({ id: 'muted', isMuted: true, unreadCount: 1, lastActivity: 3 }),
  aChat({ id: 'low', box: 'low-priority', unreadCount: 1, lastActivity: 9 }),
  aChat({ id: 'archived', box: 'archive', unreadCount: 1, lastActivity: 8 }),
];

describe('the tabs', () => {
  it('list by newest activity', () => {
    expect(idsOf(tabRows(aWorld({ chats: WORLD }), 'unread'))).toStrictEqual([
      'marked',
      'unread',
      'muted',
    ]);
    expect(idsOf(tabRows(aWorld({ chats: WORLD }), 'archive'))).toStrictEqual(['archived']);
  });

  it('lead the inbox with pinned chats', () => {
    expect(idsOf(tabRows(aWorld({ chats: WORLD }), 'inbox'))).toStrictEqual([
      'pinned',
      'marked',
      'unread',
      'read',
      'muted',
    ]);
  });

  it('show a chat whose list is not known yet in the inbox', () => {
    const { box: _box, ...chat } = aChat();
    expect(tabRows(aWorld({ chats: [chat] }), 'inbox')).toHaveLength(1);
  });

  it('lead the reminders with the next to ring, wherever the chat is', () => {
    const reminders = [
      aReminder({ chatID: 'read', at: NOON + HOUR }),
      aReminder({ chatID: 'archived', at: NOON + MINUTE }),
      aReminder({ chatID: 'unread', bell: 'rung', at: NOON }),
      aReminder({ chatID: 'marked', bell: 'done', at: NOON }),
    ];
    expect(idsOf(tabRows(aWorld({ chats: WORLD, reminders }), 'reminders'))).toStrictEqual([
      'unread',
      'archived',
      'read',
    ]);
  });

  it('say how much waits', () => {
    const all = aWorld({ chats: WORLD, reminders: [aReminder({ chatID: 'read' })] });
    expect(tabCounts(all)).toStrictEqual({ unread: 3, inbox: 0, reminders: 1, archive: 0 });
  });
});
