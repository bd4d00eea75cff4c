import { describe, expect, it } from 'vitest';

import type { Switches } from './switches';
import { findChat, openBeeper, sdk } from './support';

async function firstIDs(switches: Partial<Switches>, most: number): Promise<string[]> {
  const beeper = await openBeeper({ chats: 60, switches });
  const ids: string[] = [];
  for await (const { id } of sdk(beeper).chats.list()) {
    ids.push(id);
    if (ids.length === most) return ids;
  }
  return ids;
}

describe('paging', () => {
  it('repeats entries across pages when switched so, and misses none', async () => {
    const ids = await firstIDs({ pagesOverlap: true }, 1_000);
    expect(ids).toHaveLength(64);
    expect(new Set(ids).size).toBe(60);
  });

  it('goes round on one page for ever when switched so', async () => {
    const ids = await firstIDs({ endless: 'same-page' }, 200);
    expect(ids).toHaveLength(200);
    expect(new Set(ids).size).toBe(25);
  });

  it('ends in empty pages that promise more when switched so', async () => {
    const beeper = await openBeeper({ chats: 30, switches: { endless: 'empty-page' } });
    const second = await (await sdk(beeper).chats.list()).getNextPage();
    const { chats } = sdk(beeper);
    const third = await chats.list({ cursor: second.oldestCursor });
    const fourth = await chats.list({ cursor: third.oldestCursor });
    expect(second.items).toHaveLength(5);
    expect([third.items, third.hasMore]).toStrictEqual([[], true]);
    expect([fourth.items, fourth.hasMore]).toStrictEqual([[], true]);
  });

  it('has pages of any size', async () => {
    const beeper = await openBeeper({ switches: { chatPageSize: 3, messagePageSize: 2 } });
    const page = await sdk(beeper).chats.list();
    const messages = await sdk(beeper).messages.list(page.items[0]?.id ?? '');
    expect([page.items.length, messages.items.length]).toStrictEqual([3, 2]);
  });

  it('skips a chat that moves up meanwhile, as real life does', async () => {
    let now = Date.now();
    const beeper = await openBeeper({ chats: 30, now: () => now });
    const first = await sdk(beeper).chats.list();
    const seen = new Set(first.items.map(({ id }) => id));
    const late = findChat(beeper, ({ id }) => !seen.has(id));
    now += 60_000;
    beeper.receive(late.id, { text: 'Me first', isQuiet: true });
    const second = await first.getNextPage();
    expect(second.items.map(({ id }) => id)).not.toContain(late.id);
  });

  it('ends where nothing is left', async () => {
    const beeper = await openBeeper({ chats: 0 });
    const page = await sdk(beeper).chats.list();
    expect(page).toMatchObject({
      items: [],
      hasMore: false,
      oldestCursor: null,
      newestCursor: null,
    });
  });
});
