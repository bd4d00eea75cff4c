import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import {
  type Filter,
  filterName,
  isFiltering,
  NO_FILTER,
  readFilter,
} from '@/lib/model/list/filter';
import { accountIDsOf, networksOf, toggled } from '@/lib/model/list/search/choices';
import { findChats } from '@/lib/model/list/search/find-chats';
import { passes, waits } from '@/lib/model/list/search/narrow';
import { isSameFilter, withFilter } from '@/lib/model/list/search/same-filter';
import type { Tab } from '@/lib/model/list/tabs';
import { aChat, anEntry, aPreview } from '../../../helpers/builders';
import { resetBrowser } from '../../../helpers/fake-browser';
import { aWorld, idsOf } from '../../../helpers/world';

beforeEach(resetBrowser);

const SIGNAL: Filter = { ...NO_FILTER, networks: ['Signal'] };
const WORK: Filter = { ...NO_FILTER, accounts: [{ id: 'slack.1', name: 'Slack (work)' }] };
const WAITING: Filter = { ...NO_FILTER, isWaiting: true };
const GROUPS: Filter = { ...NO_FILTER, kind: 'group' };

const anyFilter: fc.Arbitrary<Filter> = fc.record(
  {
    networks: fc.uniqueArray(fc.constantFrom('Signal', 'Slack', 'WhatsApp')),
    accounts: fc.subarray([{ id: 'slack.1', name: 'Slack (work)' }]),
    kind: fc.constantFrom('direct', 'group'),
    isWaiting: fc.boolean(),
    isLow: fc.constant(true),
  },
  { requiredKeys: ['networks', 'accounts', 'isWaiting'], noNullPrototype: true },
);

describe('a filter', () => {
  it.each<[Filter, string]>([
    [NO_FILTER, ''],
    [SIGNAL, 'Signal'],
    [
      { ...SIGNAL, ...GROUPS, networks: ['Signal'], isWaiting: true },
      'Signal · Groups · Waiting for me',
    ],
    [{ ...WORK, kind: 'direct' }, 'Slack (work) · Direct'],
    [{ ...SIGNAL, isLow: true }, 'Signal · Low priority'],
  ])('%j is called %j', (filter, name) => {
    expect(filterName(filter)).toBe(name);
    expect(isFiltering(filter)).toBe(name !== '');
  });

  it.each([
    [SIGNAL, aChat({ network: 'Signal' }), true],
    [SIGNAL, aChat({ network: 'Slack' }), false],
    [
      { ...SIGNAL, accounts: WORK.accounts },
      aChat({ network: 'Slack', accountID: 'slack.1' }),
      true,
    ],
    [WORK, aChat({ network: 'Slack', accountID: 'slack.2' }), false],
    [GROUPS, aChat({ isGroup: false }), false],
    [{ ...GROUPS, networks: ['Signal'] }, aChat({ isGroup: true }), true],
  ] as const)('%j lets %j pass: %j', (filter, chat, isLet) => {
    expect(passes(filter, chat)).toBe(isLet);
  });

  it('is read as it was stored, whatever it is, and never throws', () => {
    const reading = fc.property(anyFilter, fc.jsonValue(), (filter, odd) => {
      expect(readFilter(JSON.parse(JSON.stringify(filter)))).toStrictEqual(filter);
      readFilter(odd);
    });
    fc.assert(reading, { numRuns: 100 });
  });

  it('is kept once, in whatever order it was put together', () => {
    const both = { ...SIGNAL, networks: ['Signal', 'WhatsApp'] };
    const turned = { ...SIGNAL, networks: ['WhatsApp', 'Signal'] };
    expect(isSameFilter(both, turned)).toBe(true);
    const kept = withFilter([SIGNAL, both], turned, true);
    expect(kept).toStrictEqual([SIGNAL, both]);
    expect(withFilter(kept, turned, false)).toStrictEqual([SIGNAL]);
    expect(withFilter(withFilter(kept, GROUPS, true), GROUPS, false)).toStrictEqual(kept);
  });

  it('offers the networks there are, and keeps a search at Beeper to its accounts', () => {
    const chats = [
      aChat({ network: 'Slack', accountID: 'slack.1' }),
      aChat({ network: 'Signal', accountID: 'signal' }),
      aChat({ network: 'Slack', accountID: 'slack.2' }),
    ];
    expect(networksOf(chats, NO_FILTER)).toStrictEqual(['Slack', 'Signal']);
    expect(networksOf(chats, { ...SIGNAL, networks: ['Gone'] })).toContain('Gone');
    expect(accountIDsOf(chats, { ...WORK, networks: ['Signal'] })).toStrictEqual([
      'slack.1',
      'signal',
    ]);
    expect(accountIDsOf(chats, GROUPS)).toStrictEqual([]);
    expect(toggled(toggled(['b'], 'a'), 'b')).toStrictEqual(['a']);
  });
});

describe('a chat waits for an answer', () => {
  it.each([
    ['their message is the last', { preview: aPreview() }, true],
    ['it is a picture', { preview: aPreview({ text: '', kind: 'IMAGE' }) }, true],
    ['it is one of mine', { preview: aPreview({ isOwn: true }) }, false],
    ['it is not known', {}, false],
    ['there is none', { preview: aPreview({ text: '', messageID: '', at: 0 }) }, false],
    ['somebody reacted', { preview: aPreview({ kind: 'REACTION' }) }, false],
    ['it was deleted', { preview: aPreview({ text: '', kind: 'DELETED' }) }, false],
    ['it is muted', { preview: aPreview(), isMuted: true }, false],
  ])('when %s: %j %j', (_what, facts, isSo) => {
    expect(waits(aChat(facts))).toBe(isSo);
  });
});

describe('looking through a filter', () => {
  const chats = [
    aChat({ id: 'new', preview: aPreview({ at: 9 }), lastActivity: 9, unreadCount: 1 }),
    aChat({ id: 'old', preview: aPreview({ at: 2 }), lastActivity: 10 }),
    aChat({ id: 'mine', preview: aPreview({ isOwn: true }), lastActivity: 5 }),
    aChat({ id: 'unknown', lastActivity: 4 }),
    aChat({ id: 'slack', network: 'Slack', preview: aPreview({ at: 1 }), box: 'archive' }),
  ];
  const snapshot = aWorld({ chats });
  const look = (filter: Filter, query = '') => findChats(snapshot, { tab: 'inbox', query, filter });

  it('narrows the tab and its counts, and says of how many nothing is known', () => {
    const { rows, total, counts, unknown } = look({ ...WAITING, networks: ['Signal'] });
    expect(idsOf(rows)).toStrictEqual(['old', 'new']);
    expect([total, counts.unread, unknown]).toStrictEqual([2, 1, 1]);
  });

  it('says whose last message can be looked up: who may have waited longest comes first', () => {
    const others = [
      aChat({ id: 'older', lastActivity: 3 }),
      aChat({ id: 'muted', isMuted: true, lastActivity: 1 }),
      aChat({ id: 'empty', preview: aPreview({ text: '', messageID: '', at: 0 }) }),
      aChat({ id: 'reacted', preview: aPreview({ kind: 'REACTION' }) }),
      aChat({ id: 'archived', box: 'archive' }),
    ];
    const all = aWorld({ chats: [...chats, ...others] });
    const find = (tab: Tab, query: string, filter = WAITING) =>
      findChats(all, { tab, query, filter });
    expect(find('inbox', '')).toMatchObject({ unknown: 3, notRefetched: ['older', 'unknown'] });
    expect(find('archive', '')).toMatchObject({ unknown: 1, notRefetched: ['archived'] });
    expect(find('inbox', 'ada').notRefetched).toStrictEqual(['older', 'unknown', 'archived']);
    expect(find('inbox', 'ben').notRefetched).toStrictEqual([]);
    expect(find('inbox', '', NO_FILTER)).toMatchObject({ unknown: 0, notRefetched: [] });
  });

  it('has the inbox show the chats of low priority, which no tab shows by itself', () => {
    const low = [
      aChat({ id: 'low', box: 'low-priority' }),
      aChat({ id: 'new', box: 'low-priority', unreadCount: 1, lastActivity: 1 }),
      aChat({ id: 'other', unreadCount: 1 }),
      aChat({ id: 'old', box: 'archive' }),
    ];
    const shown = (tab: 'unread' | 'inbox' | 'archive') =>
      findChats(aWorld({ chats: low }), { tab, query: '', filter: { ...NO_FILTER, isLow: true } });
    expect(idsOf(shown('inbox').rows)).toStrictEqual(['low', 'new']);
    expect(idsOf(shown('unread').rows)).toStrictEqual(['new']);
    expect(shown('archive')).toMatchObject({ rows: [], counts: { unread: 1 } });
  });

  it('narrows a search as well', () => {
    expect(idsOf(look(NO_FILTER, 'ada').rows)).toHaveLength(5);
    expect(idsOf(look({ ...NO_FILTER, networks: ['Slack'] }, 'ada').rows)).toStrictEqual(['slack']);
  });

  it('goes by what was asked for and is not yet done', () => {
    const entries = [anEntry({ chatID: 'old', intent: { kind: 'mute' } })];
    const { rows } = findChats(
      { ...snapshot, outbox: aWorld({ entries }).outbox },
      { tab: 'inbox', query: '', filter: WAITING },
    );
    expect(idsOf(rows)).toStrictEqual(['new']);
  });

  it('shows no more than can be drawn, and says how many there are', () => {
    const many = Array.from({ length: 130 }, (_, index) => aChat({ id: `!${index}` }));
    const found = findChats(aWorld({ chats: many }), {
      tab: 'unread',
      query: 'ad',
      filter: NO_FILTER,
    });
    expect([found.rows.length, found.total]).toStrictEqual([100, 130]);
  });

  it('is all there is without one, and never more than that', () => {
    const listQuery = fc.property(anyFilter, (filter) => {
      const ids = idsOf(look(filter).rows);
      expect(ids.every((id) => passes(filter, snapshot.chats.get(id) ?? aChat()))).toBe(true);
      expect(isFiltering(filter) || ids.length === 4).toBe(true);
    });
    fc.assert(listQuery, { numRuns: 100 });
  });
});
