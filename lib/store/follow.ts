import { browser } from 'wxt/browser';

import type { Chats } from '../inbox';
import { warn } from '../log';
import { loadChats, loadSomeChats } from './chats';
import { PAGE_ITEMS, PULSE, type Slices } from './items';
import { loadItem } from './local';
import { unpack } from './stored-item';

/** What a page may read. Neither token nor the secrets of a sign-in are among it. */
export type PageSnapshot = Pick<Slices, keyof typeof PAGE_ITEMS> & {
  chats: Chats;
};

const READ = Object.keys(PAGE_ITEMS) as (keyof typeof PAGE_ITEMS)[];

type Changes = Readonly<Record<string, { newValue?: unknown }>>;

/**
 * Gives a page the stored snapshot, and again after every change the worker stores, each time
 * whole: what was written together is seen together. Returns how to stop.
 */
export function followSnapshot(onSnapshot: (snapshot: PageSnapshot) => void): () => void {
  let current = loadSnapshot();
  const tell = () => {
    current.then(onSnapshot, (error: unknown) => warn('the snapshot could not be read', error));
  };
  const listener = (changes: Changes) => {
    current = current.catch(loadSnapshot).then((before) => withChanges(before, changes));
    tell();
  };
  browser.storage.local.onChanged.addListener(listener);
  tell();
  return () => browser.storage.local.onChanged.removeListener(listener);
}

async function loadSnapshot(): Promise<PageSnapshot> {
  const [chats, ...slices] = await Promise.all([
    // The chats are a cache: without it a page still says how things stand.
    loadChats().catch((): Chats => new Map()),
    ...READ.map(async (name) => [name, await loadItem<unknown>(PAGE_ITEMS[name])]),
  ]);
  return { ...(Object.fromEntries(slices) as Omit<PageSnapshot, 'chats'>), chats };
}

async function withChanges(before: PageSnapshot, changes: Changes): Promise<PageSnapshot> {
  const slices = READ.filter((name) => changes[PAGE_ITEMS[name].key]).map((name) => [
    name,
    unpack<unknown>(PAGE_ITEMS[name], changes[PAGE_ITEMS[name].key]?.newValue).value,
  ]);
  const chats = await chatsAfter(before.chats, changes[PULSE.key]?.newValue);
  return { ...before, ...(Object.fromEntries(slices) as Partial<PageSnapshot>), chats };
}

async function chatsAfter(before: Chats, pulse: unknown): Promise<Chats> {
  if (pulse === undefined) return before;
  const ids = unpack(PULSE, pulse).value?.chatIDs;
  if (!ids) return loadChats();
  const found = await loadSomeChats(ids);
  const chats = new Map(before);
  for (const id of ids) {
    const chat = found.get(id);
    if (chat) chats.set(id, chat);
    else chats.delete(id);
  }
  return chats;
}
