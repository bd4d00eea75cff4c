import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countUnread } from '@/lib/model/badge/count';
import { BADGE_COUNTS, type CountSettings } from '@/lib/model/badge/settings';
import { BOXES, type Chat } from '@/lib/model/chats/chat';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { aChat } from '../../../helpers/builders';

const { badge } = DEFAULT_SETTINGS;

function total(chat: Partial<Chat>, settings: Partial<CountSettings> = {}): number {
  return countUnread([aChat(chat)], { ...badge, ...settings }).total;
}

const chats = fc.array(
  fc
    .record({
      id: fc.string(),
      network: fc.constantFrom('Signal', 'WhatsApp', ''),
      box: fc.constantFrom(...BOXES),
      unreadCount: fc.nat(2000),
      isMarkedUnread: fc.boolean(),
      isMuted: fc.boolean(),
    })
    .map(aChat),
);

const settings = fc.record({
  count: fc.constantFrom(...BADGE_COUNTS),
  includeMuted: fc.boolean(),
  includeLowPriority: fc.boolean(),
  hasDot: fc.boolean(),
  sinceLooked: fc.boolean(),
  leftOut: fc.subarray(['signal', 'whatsapp']),
});

describe('the unread number', () => {
  it.each<[string, Partial<Chat>, Partial<CountSettings>, number]>([
    ['a read chat', {}, {}, 0],
    ['unread messages', { unreadCount: 3 }, {}, 3],
    ['a mark set by hand, as one', { isMarkedUnread: true }, {}, 1],
    ['a mark beside messages, as nothing more', { unreadCount: 3, isMarkedUnread: true }, {}, 3],
    ['no muted chat', { unreadCount: 3, isMuted: true }, {}, 0],
    ['a muted chat when wanted', { unreadCount: 3, isMuted: true }, { includeMuted: true }, 3],
    ['no low priority', { unreadCount: 3, box: 'low-priority' }, {}, 0],
    [
      'low priority when wanted',
      { unreadCount: 3, box: 'low-priority' },
      { includeLowPriority: true },
      3,
    ],
    ['nothing archived', { unreadCount: 3, box: 'archive' }, { includeLowPriority: true }, 0],
    ['each chat once', { unreadCount: 3 }, { count: 'chats' }, 1],
    ['nothing when nothing is wanted', { unreadCount: 3 }, { count: 'none' }, 0],
    ['direct messages', { unreadCount: 3 }, { count: 'wanting' }, 3],
    ['no group', { unreadCount: 3, isGroup: true }, { count: 'wanting' }, 0],
    ['mentions in one', { unreadCount: 3, isGroup: true, mentions: 2 }, { count: 'wanting' }, 2],
    ['no account left out', { unreadCount: 3 }, { leftOut: ['signal'] }, 0],
    ['another all the same', { unreadCount: 3 }, { leftOut: ['whatsapp'] }, 3],
  ])('counts %s', (_what, chat, wanted, number) => {
    expect(total(chat, wanted)).toBe(number);
  });

  it('counts no chat of which the list is not known yet', () => {
    const { box: _box, ...chat } = aChat({ unreadCount: 3 });
    expect(countUnread([chat], badge).total).toBe(0);
  });

  it('is broken down by network, largest first, then by name', () => {
    const told = [
      aChat({ network: 'Signal', unreadCount: 1 }),
      aChat({ network: 'WhatsApp', unreadCount: 2 }),
      aChat({ network: 'Discord', unreadCount: 3 }),
      aChat({ network: 'Signal', unreadCount: 1 }),
    ];
    expect(countUnread(told, badge)).toStrictEqual({
      total: 7,
      newest: ['Ada', 'Ada', 'Ada', 'Ada'],
      byNetwork: [
        { network: 'Discord', count: 3 },
        { network: 'Signal', count: 2 },
        { network: 'WhatsApp', count: 2 },
      ],
    });
  });

  it('names who wrote, the newest first', () => {
    const told = [
      aChat({ title: 'Ada', unreadCount: 1, lastActivity: 1 }),
      aChat({ title: 'Bo', unreadCount: 1, lastActivity: 3 }),
      aChat({ title: 'Cy', lastActivity: 4 }),
      aChat({ title: 'Dee', unreadCount: 1, lastActivity: 2 }),
    ];
    expect(countUnread(told, badge).newest).toStrictEqual(['Bo', 'Dee', 'Ada']);
  });

  it.each<[string, Partial<Chat>, Partial<CountSettings>, boolean]>([
    ['a muted chat', { unreadCount: 1, isMuted: true }, {}, true],
    ['low priority', { unreadCount: 1, box: 'low-priority' }, {}, true],
    [
      'a group while only mentions count',
      { unreadCount: 1, isGroup: true },
      { count: 'wanting' },
      true,
    ],
    ['anything while nothing counts', { isMarkedUnread: true }, { count: 'none' }, true],
    ['nothing that is read', { isMuted: true }, {}, false],
    ['nothing archived', { unreadCount: 1, box: 'archive' }, {}, false],
    ['nothing left out', { unreadCount: 1 }, { leftOut: ['signal'] }, false],
    ['nothing without being asked to', { unreadCount: 1, isMuted: true }, { hasDot: false }, false],
  ])('has a dot for %s: %j', (_what, chat, wanted, hasRest) => {
    const unreadCounts = countUnread([aChat(chat)], { ...badge, hasDot: true, ...wanted });
    expect([unreadCounts.total, unreadCounts.hasRest === true]).toStrictEqual([0, hasRest]);
  });

  it('is the sum of its networks, none of which is empty', () => {
    fc.assert(
      fc.property(chats, settings, (some, wanted) => {
        const unreadCounts = countUnread(some, wanted);
        const counts = unreadCounts.byNetwork.map(({ count }) => count);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(unreadCounts.total);
        expect(counts.every((count) => count > 0)).toBe(true);
      }),
    );
  });

  it('never shrinks when more is to be counted', () => {
    fc.assert(
      fc.property(chats, settings, (some, wanted) => {
        const everything = { ...wanted, includeMuted: true, includeLowPriority: true };
        const less = countUnread(some, wanted).total;
        expect(countUnread(some, everything).total).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});
