import type { ChatSearchParams } from '@beeper/desktop-api/resources/chats/chats';
import { describe, expect, it } from 'vitest';

import type { Beeper } from './server';
import { openBeeper, raw, sdk } from './support';
import type { ChatRecord } from './world/records';

async function idsOf(beeper: Beeper, query: ChatSearchParams): Promise<string[]> {
  const ids: string[] = [];
  for await (const chat of sdk(beeper).chats.search(query)) ids.push(chat.id);
  return ids.toSorted();
}

const CASES: [ChatSearchParams, (chat: ChatRecord) => boolean][] = [
  [{}, () => true],
  [{ inbox: 'primary' }, (chat) => !chat.isArchived && !chat.isLowPriority],
  [{ inbox: 'low-priority' }, (chat) => chat.isLowPriority && !chat.isArchived],
  [{ inbox: 'archive' }, (chat) => chat.isArchived],
  [{ unreadOnly: true }, (chat) => chat.unreadCount > 0 || chat.isMarkedUnread],
  [{ includeMuted: false }, (chat) => !chat.isMuted],
  [{ type: 'group' }, (chat) => chat.type === 'group'],
  [{ type: 'single' }, (chat) => chat.type === 'single'],
  [{ type: 'any' }, () => true],
  [{ accountIDs: ['matrix', 'signal'] }, (chat) => ['matrix', 'signal'].includes(chat.accountID)],
  [{ query: 'signal' }, (chat) => chat.network === 'Signal'],
  [{ query: 'FAMILY' }, (chat) => chat.title.toLowerCase().includes('family')],
  [
    { lastActivityBefore: '2026-05-01T00:00:00Z' },
    (chat) => chat.lastActivity < Date.UTC(2026, 4, 1),
  ],
  [
    { lastActivityAfter: '2026-05-01T00:00:00Z' },
    (chat) => chat.lastActivity > Date.UTC(2026, 4, 1),
  ],
];

describe('searching chats', () => {
  it.each(CASES)('%j finds exactly what fits', async (query, fits) => {
    const beeper = await openBeeper({ chats: 90 });
    const wanted = [...beeper.chats.values()].filter(fits).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(0);
    await expect(idsOf(beeper, { ...query, limit: 20 })).resolves.toStrictEqual(wanted.toSorted());
  });

  it('demands all words of a query, in any order', async () => {
    const beeper = await openBeeper();
    const found = await sdk(beeper).chats.search({ query: 'chairs salad' });
    expect(found.items.map(({ title }) => title.length)).toStrictEqual([80]);
  });

  it('looks at people only when told to', async () => {
    const beeper = await openBeeper();
    const chat = beeper.addChat({ title: 'Nameless', type: 'group', accountID: 'matrix' });
    const name = chat.participants[0]?.id ?? '';
    const ids = (scope: 'titles' | 'participants') => idsOf(beeper, { query: name, scope });
    await expect(ids('titles')).resolves.toStrictEqual([]);
    await expect(ids('participants')).resolves.toStrictEqual([chat.id]);
  });

  it('takes up to 200 a page and 50 by itself', async () => {
    const beeper = await openBeeper({ chats: 230 });
    expect((await sdk(beeper).chats.search({ limit: 200 })).items).toHaveLength(200);
    expect((await sdk(beeper).chats.search()).items).toHaveLength(50);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=ten',
    'inbox=spam',
    'type=channel',
    'scope=messages',
    'unreadOnly=maybe',
    'direction=sideways',
    'cursor=nonsense',
    'lastActivityAfter=yesterday',
  ])('refuses %s', async (query) => {
    const beeper = await openBeeper();
    const response = await raw(beeper, `/v1/chats/search?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'VALIDATION_ERROR' });
  });

  it('takes empty values for absent ones', async () => {
    const beeper = await openBeeper();
    const response = await raw(beeper, '/v1/chats/search?cursor=&direction=&unreadOnly=&limit=');
    expect(response.status).toBe(200);
  });

  it('adds up to the number the truth gives', async () => {
    const beeper = await openBeeper({ chats: 120 });
    let total = 0;
    const query = { inbox: 'primary', unreadOnly: true, includeMuted: false } as const;
    for await (const { unreadCount } of sdk(beeper).chats.search(query)) {
      total += Math.max(unreadCount, 1);
    }
    expect(total).toBe(beeper.unread());
  });
});
