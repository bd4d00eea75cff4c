import { describe, expect, it } from 'vitest';

import { findChat, openBeeper, raw, sdk } from './support';

describe('listing chats', () => {
  it('gives 25 a page, newest activity first, whatever limit is asked for', async () => {
    const beeper = await openBeeper();
    const page = (await (await raw(beeper, '/v1/chats?limit=5')).json()) as {
      items: { lastActivity: string }[];
      hasMore: boolean;
    };
    const times = page.items.map(({ lastActivity }) => lastActivity);
    expect(times).toHaveLength(25);
    expect(times).toStrictEqual(times.toSorted().toReversed());
    expect(page.hasMore).toBe(true);
  });

  it('walks through all chats, archived and low priority ones included', async () => {
    const beeper = await openBeeper({ chats: 130 });
    const ids: string[] = [];
    for await (const chat of sdk(beeper).chats.list()) ids.push(chat.id);
    expect(ids.toSorted()).toStrictEqual([...beeper.chats.keys()].toSorted());
  });

  it('shows the last message as preview, which retrieval and search do not', async () => {
    const beeper = await openBeeper();
    const [first] = (await sdk(beeper).chats.list()).items;
    const singleFlight = await sdk(beeper).chats.retrieve(first?.id ?? '');
    const found = await sdk(beeper).chats.search({ limit: 1 });
    expect(first?.preview?.id).toBe(beeper.messages(first?.id ?? '').at(-1)?.id);
    expect(singleFlight).not.toHaveProperty('preview');
    expect(found.items[0]).not.toHaveProperty('preview');
  });

  it('keeps to the accounts asked for', async () => {
    const beeper = await openBeeper();
    const page = await sdk(beeper).chats.list({ accountIDs: ['signal', 'telegram'] });
    expect(new Set(page.items.map(({ accountID }) => accountID))).toStrictEqual(
      new Set(['signal', 'telegram']),
    );
  });

  it('gives chats that moved up when asked for what is newer than a cursor', async () => {
    const beeper = await openBeeper({ now: () => Date.now() });
    const before = await sdk(beeper).chats.list();
    const quiet = findChat(beeper, ({ isReadOnly }) => isReadOnly);
    beeper.receive(quiet.id, { text: 'Open again' });
    const after = await sdk(beeper).chats.list({ cursor: before.newestCursor, direction: 'after' });
    expect(after.items.map(({ id }) => id)).toStrictEqual([quiet.id]);
  });
});

describe('retrieving a chat', () => {
  it('is possible by either id', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ network }) => network === 'iMessage');
    const byID = await sdk(beeper).chats.retrieve(chat.id);
    const byLocalID = await sdk(beeper).chats.retrieve(chat.localChatID);
    expect(byID).toStrictEqual(byLocalID);
  });

  it.each([
    [undefined, 100],
    [-1, 241],
    [0, 0],
    [3, 3],
  ])('with maxParticipantCount %s shows %i people', async (maxParticipantCount, shown) => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ title }) => title === 'Lisbon marathon');
    const query = maxParticipantCount === undefined ? {} : { maxParticipantCount };
    const { participants } = await sdk(beeper).chats.retrieve(chat.id, query);
    expect(participants).toMatchObject({ total: 241, hasMore: shown < 241 });
    expect(participants.items).toHaveLength(shown);
  });

  it.each(['-2', '501', '1.5', 'all'])('refuses maxParticipantCount=%s', async (count) => {
    const beeper = await openBeeper();
    const { id } = findChat(beeper, () => true);
    const path = `/v1/chats/${encodeURIComponent(id)}?maxParticipantCount=${count}`;
    expect((await raw(beeper, path)).status).toBe(400);
  });
});
