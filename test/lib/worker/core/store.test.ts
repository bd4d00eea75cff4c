import { promisifyRequest } from 'idb-keyval';
import { beforeEach, expect, it, onTestFinished } from 'vitest';

import { HOUR } from '@/lib/base/time';
import type { Chat } from '@/lib/model/chats/chat';
import { clearPictures } from '@/lib/storage/avatars';
import { clearChats, loadChats, saveShards } from '@/lib/storage/chats';
import { followSnapshot } from '@/lib/storage/follow';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { SUMMARY, ITEMS, PAGE_ITEMS } from '@/lib/storage/items';
import { loadItem, saveItems, writeOf } from '@/lib/storage/local';
import { dropOlderChats } from '@/lib/storage/older-chats';
import type { State } from '@/lib/worker/core/state';
import { createStore, type Store } from '@/lib/worker/core/store';
import { createAnnouncer } from '@/lib/worker/core/announce';
import { aChat } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { type Disk, fillDisks, resetBrowser } from '../../../helpers/fake-browser';
import '../../../helpers/life';
import { quiet } from '../../../helpers/quiet';

const ADA = aChat();
const BO = aChat({ id: '!bo', title: 'Bo', unreadCount: 1 });

beforeEach(async () => {
  resetBrowser();
  await Promise.all([clearChats(), clearPictures(), dropOlderChats()]);
});

/** The worker has only just started. */
function startStore(): Store {
  return createStore({
    announce: createAnnouncer(() => NOON, undefined),
    follow: () => Promise.resolve(),
  });
}

/** A page is opened; what it shows changes only when it is told. */
async function openPage(): Promise<() => PageSnapshot> {
  const seen: PageSnapshot[] = [];
  onTestFinished(followSnapshot(PAGE_ITEMS, (snapshot) => seen.push(snapshot)));
  await quiet();
  return () => {
    const last = seen.at(-1);
    if (!last) throw new Error('The page has not been told anything');
    return last;
  };
}

/** What a page ought to show. */
async function inWorker(store: Store): Promise<PageSnapshot> {
  const { chats, settings, status, outbox, reminders, fullSync, filters } = await store.read();
  return { chats, settings, status, outbox, reminders, fullSync, filters };
}

/** Nothing is different to the worker itself: as when it wakes. */
async function touch(store: Store): Promise<void> {
  await store.update((state) => state);
  await quiet();
}

function withoutChats(...ids: string[]): (state: State) => State {
  return (state) => {
    const chats = new Map(state.chats);
    for (const id of ids) chats.delete(id);
    return { ...state, chats };
  };
}

/** A change that has nothing to do with chats. */
function paused(state: State): State {
  return { ...state, pause: { isQuiet: true, until: NOON + HOUR } };
}

function fill(...disks: Disk[]): () => void {
  const makeRoom = fillDisks(...disks);
  onTestFinished(makeRoom);
  return makeRoom;
}

async function leaveOlderChats(...chats: Chat[]): Promise<void> {
  const opening = indexedDB.open('companion-chats');
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('chats'));
  const database = await promisifyRequest(opening);
  const writing = database.transaction('chats', 'readwrite');
  for (const chat of chats) writing.objectStore('chats').put(chat, chat.id);
  await promisifyRequest(writing);
  database.close();
}

async function hasOlderChats(): Promise<boolean> {
  const known = await indexedDB.databases();
  return known.some(({ name }) => name === 'companion-chats');
}

it('chats taken over from an older version are shown by a page that was open before', async () => {
  await leaveOlderChats(ADA, BO);
  const page = await openPage();
  const store = startStore();
  await touch(store);
  expect([...page().chats.keys()]).toStrictEqual(['!ada', '!bo']);
  expect(page()).toStrictEqual(await inWorker(store));
  expect(await loadItem(SUMMARY)).toMatchObject({ counts: { unread: 1 } });
  expect(await hasOlderChats()).toBe(false);
});

it('chats of an older version stay where they are until the disk takes them', async () => {
  await leaveOlderChats(ADA);
  const makeRoom = fill('IndexedDB');
  const page = await openPage();
  const store = startStore();
  await touch(store);
  expect(page().chats.size).toBe(0);
  expect(await hasOlderChats()).toBe(true);
  makeRoom();
  await store.update(paused);
  await quiet();
  expect([...page().chats.keys()]).toStrictEqual(['!ada']);
  expect(await hasOlderChats()).toBe(false);
});

it('chats of an older version do not outlive a disconnection', async () => {
  await leaveOlderChats(ADA);
  const store = startStore();
  await store.update(withoutChats('!ada'));
  expect(await hasOlderChats()).toBe(false);
  expect((await loadChats()).size).toBe(0);
});

it('a page knows that lost chats are synced anew', async () => {
  await saveItems([writeOf(ITEMS.fullSync, { startedAt: NOON - HOUR, finishedAt: NOON })]);
  const page = await openPage();
  const store = startStore();
  await touch(store);
  expect(page().fullSync.finishedAt).toBeUndefined();
  expect(page()).toStrictEqual(await inWorker(store));
});

it('a page knows of a status that was mended', async () => {
  await saveItems([writeOf(ITEMS.status, { isConnected: true })]);
  const page = await openPage();
  const store = startStore();
  await touch(store);
  expect(page().status.trouble).toBe('tokenLost');
  expect(page()).toStrictEqual(await inWorker(store));
});

it.each<[Disk]>([['IndexedDB'], ['storage.local']])(
  'a chat that is gone leaves the pages and the disk although %s refused it once',
  async (disk) => {
    await saveShards(new Map([[0, [ADA, BO]]]));
    const page = await openPage();
    const store = startStore();
    const makeRoom = fill(disk);
    await store.update(withoutChats('!bo')).catch(() => undefined);
    makeRoom();
    await store.update(paused);
    await quiet();
    expect([...page().chats.keys()]).toStrictEqual(['!ada']);
    expect([...(await loadChats()).keys()]).toStrictEqual(['!ada']);
  },
);

it('chats forgotten while the items could not be stored leave the pages all the same', async () => {
  await saveShards(new Map([[3, [ADA]]]));
  const page = await openPage();
  const store = startStore();
  const makeRoom = fill('storage.local');
  await store.update(withoutChats('!ada')).catch(() => undefined);
  makeRoom();
  await store.update((state) => ({ ...state, chats: new Map([['!bo', BO]]) }));
  await quiet();
  expect([...page().chats.keys()]).toStrictEqual(['!bo']);
});
