import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import type { Chat } from '@/lib/model/chats/chat';
import { clearChats, saveShards } from '@/lib/storage/chats';
import { followSnapshot } from '@/lib/storage/follow';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { ITEMS, PAGE_ITEMS, CHATS_REVISION } from '@/lib/storage/items';
import { saveItems, writeOf } from '@/lib/storage/local';
import { aChat } from '../../helpers/builders';
import { resetBrowser } from '../../helpers/fake-browser';
import '../../helpers/life';
import { quiet } from '../../helpers/quiet';

beforeEach(async () => {
  resetBrowser();
  await clearChats();
});

/** What a page was told so far, once all is quiet. */
async function follow() {
  const seen: PageSnapshot[] = [];
  const stop = followSnapshot(PAGE_ITEMS, (snapshot) => seen.push(snapshot));
  await quiet();
  return { seen, stop, ids: () => [...(seen.at(-1)?.chats.keys() ?? [])] };
}

async function save(shard: number, ...chats: Chat[]): Promise<void> {
  await saveShards(new Map([[shard, chats]]));
}

async function chatsRevision(revision: number, shards: number[] | null): Promise<void> {
  await saveItems([writeOf(CHATS_REVISION, { revision, shards })]);
  await quiet();
}

describe('a page', () => {
  it('is told what is stored', async () => {
    await save(0, aChat());
    await saveItems([writeOf(ITEMS.status, { isConnected: true })]);
    const { seen } = await follow();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ status: { isConnected: true }, reminders: {} });
    expect(seen[0]?.chats.get('!ada')).toStrictEqual(aChat());
  });

  it('is never told the connection', async () => {
    const { seen } = await follow();
    const connection = { baseUrl: 'http://localhost:1', token: 's3cret' };
    await saveItems([writeOf(ITEMS.connection, connection)]);
    await quiet();
    expect(JSON.stringify(seen)).not.toContain('s3cret');
  });

  it('is told of chats that came, changed and went', async () => {
    const { seen, ids } = await follow();
    await save(0, aChat(), aChat({ id: '!bo' }));
    await chatsRevision(1, [0]);
    expect(ids()).toStrictEqual(['!ada', '!bo']);
    await save(0, aChat({ unreadCount: 4 }));
    await save(1, aChat({ id: '!cy' }));
    await chatsRevision(2, [0, 1]);
    expect(ids()).toStrictEqual(['!ada', '!cy']);
    expect(seen.at(-1)?.chats.get('!ada')?.unreadCount).toBe(4);
    await save(1);
    await chatsRevision(3, [1]);
    expect(ids()).toStrictEqual(['!ada']);
  });

  it('is given the same object for a chat that is as it was', async () => {
    await save(0, aChat(), aChat({ id: '!bo' }));
    const { seen } = await follow();
    await save(0, aChat({ unreadCount: 1 }), aChat({ id: '!bo' }));
    await chatsRevision(1, [0]);
    const [before, after] = [seen.at(-2)?.chats, seen.at(-1)?.chats];
    expect(after?.get('!bo')).toBe(before?.get('!bo'));
    expect(after?.get('!ada')).not.toBe(before?.get('!ada'));
  });

  it('reads all chats again when it is not told which changed', async () => {
    const { ids } = await follow();
    await save(3, aChat());
    await chatsRevision(1, null);
    expect(ids()).toStrictEqual(['!ada']);
  });

  it('sees together what was written together', async () => {
    const { seen } = await follow();
    const status = { isConnected: true };
    await saveItems([writeOf(ITEMS.status, status), writeOf(ITEMS.fullSync, { pages: 3 })]);
    await quiet();
    expect(seen.map(({ fullSync }) => fullSync.pages)).toStrictEqual([undefined, 3]);
    expect(seen.at(-1)?.status).toStrictEqual(status);
  });

  it('takes what it cannot read for nothing', async () => {
    const { seen } = await follow();
    await fakeBrowser.storage.local.set({ status: 'broken', pulse: { version: 9 } });
    await quiet();
    expect(seen.at(-1)?.status).toStrictEqual({ isConnected: false });
  });

  it('that stops listening is told nothing more', async () => {
    const { seen, stop } = await follow();
    stop();
    await chatsRevision(1, null);
    expect(seen).toHaveLength(1);
  });
});
