import { describe, expect, it } from 'vitest';

import type { Chat } from '../../lib/chat';
import type { Intent } from '../../lib/intents';
import { EMPTY_OUTBOX, type OutboxEntry } from '../../lib/outbox';
import type { Reminder } from '../../lib/reminders';
import { DAY, HOUR, MINUTE } from '../../lib/time';
import { rowsOf, searchRows, type Snapshot, tabCounts, tabRows } from '../../lib/views';
import { aChat, anEntry, aReminder, chatMap } from '../helpers/builders';
import { NOON } from '../helpers/clock';

interface World {
  chats?: Chat[];
  entries?: OutboxEntry[];
  reminders?: Reminder[];
}

function rows({ chats = [aChat()], entries = [], reminders = [] }: World) {
  const snapshot: Snapshot = {
    chats: chatMap(...chats),
    outbox: { ...EMPTY_OUTBOX, entries },
    reminders: Object.fromEntries(reminders.map((reminder) => [reminder.chatID, reminder])),
  };
  return rowsOf(snapshot);
}

function ids(list: ReturnType<typeof rows>): string[] {
  return list.map(({ chat }) => chat.id);
}

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
    expect(ids(tabRows(rows({ chats: WORLD }), 'unread'))).toStrictEqual([
      'marked',
      'unread',
      'muted',
    ]);
    expect(ids(tabRows(rows({ chats: WORLD }), 'archive'))).toStrictEqual(['archived']);
  });

  it('lead the inbox with pinned chats', () => {
    expect(ids(tabRows(rows({ chats: WORLD }), 'inbox'))).toStrictEqual([
      'pinned',
      'marked',
      'unread',
      'read',
      'muted',
    ]);
  });

  it('show a chat whose list is not known yet in the inbox', () => {
    const { box: _box, ...chat } = aChat();
    expect(tabRows(rows({ chats: [chat] }), 'inbox')).toHaveLength(1);
  });

  it('lead the reminders with the next to ring, wherever the chat is', () => {
    const reminders = [
      aReminder({ chatID: 'read', at: NOON + HOUR }),
      aReminder({ chatID: 'archived', at: NOON + MINUTE }),
      aReminder({ chatID: 'unread', bell: 'rung', at: NOON }),
      aReminder({ chatID: 'marked', bell: 'done', at: NOON }),
    ];
    expect(ids(tabRows(rows({ chats: WORLD, reminders }), 'reminders'))).toStrictEqual([
      'unread',
      'archived',
      'read',
    ]);
  });

  it('say how much waits', () => {
    const all = rows({ chats: WORLD, reminders: [aReminder({ chatID: 'read' })] });
    expect(tabCounts(all)).toStrictEqual({ unread: 3, inbox: 0, reminders: 1, archive: 0 });
  });

  it('show a merged chat with its union', () => {
    const chats = [aChat(), aChat({ id: '!child', mergedInto: '!ada', unreadCount: 1 })];
    expect(ids(rows({ chats }))).toStrictEqual(['!ada']);
  });
});

describe('a row', () => {
  it('shows what the person asked for before Beeper knows', () => {
    const [row] = rows({ entries: [anEntry()] });
    expect(row).toMatchObject({ chat: { box: 'archive' }, isWaiting: false });
  });

  it('waits when Beeper could not be told yet', () => {
    const [row] = rows({ entries: [anEntry({ error: 'notRunning', attempts: 1 })] });
    expect(row).toMatchObject({ chat: { box: 'archive' }, isWaiting: true });
  });

  it('shows the old state again for what failed, and the failure', () => {
    const failed = anEntry({ state: 'failed', error: 'readOnly' });
    const [row] = rows({ entries: [failed] });
    expect(row).toMatchObject({ chat: { box: 'primary' }, isWaiting: false, failed });
  });

  it('has no reminder that the person has cleared, and one that only Beeper is to forget', () => {
    const world = (intent: Intent) => rows({ entries: [anEntry({ intent })], reminders: [rung] });
    const rung = aReminder({ bell: 'rung', kept: 'here' });
    const [cleared] = world({ kind: 'clearReminder' });
    const [kept] = world({ kind: 'clearReminder', heldAt: NOON + DAY });
    expect(cleared).not.toHaveProperty('reminder');
    expect(kept?.reminder).toStrictEqual(rung);
  });

  it('has nothing of other chats', () => {
    const other = { chatID: '!bo' };
    const [row] = rows({ entries: [anEntry(other)], reminders: [aReminder(other)] });
    expect(row).toStrictEqual({ chat: aChat(), isWaiting: false });
  });
});

describe('searching', () => {
  const chats = [
    aChat({ id: 'chloe', title: 'Chloé Dubois', network: 'Messenger' }),
    aChat({ id: 'lodz', title: 'Trip to Łódź', network: 'WhatsApp' }),
    aChat({ id: 'amal', title: 'أمل الحسن', network: 'Telegram' }),
  ];

  it.each([
    ['chloe', ['chloe']],
    ['CHLOÉ', ['chloe']],
    ['dubois messenger', ['chloe']],
    ['  bois  ', ['chloe']],
    ['whats', ['lodz']],
    ['أمل', ['amal']],
    ['chloe whatsapp', []],
    ['(', []],
    ['', ['chloe', 'lodz', 'amal']],
    ['   ', ['chloe', 'lodz', 'amal']],
  ])('for %j finds %j', (query, found) => {
    expect(ids(searchRows(rows({ chats }), query))).toStrictEqual(found);
  });
});
