import { browser } from 'wxt/browser';

import type { Chats } from '../inbox';
import { warn } from '../log';
import { loadChats, loadSomeChats } from './chats';
import type { Slices } from './items';
import { loadItem } from './local';
import { type PAGE_ITEMS, PULSE } from './page-items';
import { type StoredItem, unpack } from './stored-item';

/** What a page reads: the chats and these slices. */
export type Snapshot<N extends keyof Slices> = Pick<Slices, N> & { chats: Chats };

/** What the popup reads. */
export type PageSnapshot = Snapshot<keyof typeof PAGE_ITEMS>;

export type Items<N extends keyof Slices> = { readonly [K in N]: StoredItem<Slices[K]> };

type Changes = Readonly<Record<string, { newValue?: unknown }>>;

/**
 * Gives a page the stored snapshot, and again after every change the worker stores, each time
 * whole: what was written together is seen together. Returns how to stop.
 */
export function followSnapshot<N extends keyof Slices>(
  items: Items<N>,
  onSnapshot: (snapshot: Snapshot<N>) => void,
): () => void {
  let current = loadSnapshot(items);
  const tell = () => {
    current.then(onSnapshot, (error: unknown) => warn('the snapshot could not be read', error));
  };
  const listener = (changes: Changes) => {
    current = current
      .catch(() => loadSnapshot(items))
      .then((before) => withChanges(items, before, changes));
    tell();
  };
  browser.storage.local.onChanged.addListener(listener);
  tell();
  return () => browser.storage.local.onChanged.removeListener(listener);
}

async function loadSnapshot<N extends keyof Slices>(items: Items<N>): Promise<Snapshot<N>> {
  const [chats, ...slices] = await Promise.all([
    // The chats are a cache: without it a page still says how things stand.
    loadChats().catch((): Chats => new Map()),
    ...namesOf(items).map(async (name) => [name, await loadItem<unknown>(items[name])]),
  ]);
  return { ...(Object.fromEntries(slices) as Pick<Slices, N>), chats };
}

async function withChanges<N extends keyof Slices>(
  items: Items<N>,
  before: Snapshot<N>,
  changes: Changes,
): Promise<Snapshot<N>> {
  const slices = namesOf(items)
    .filter((name) => changes[items[name].key])
    .map((name) => [name, unpack<unknown>(items[name], changes[items[name].key]?.newValue).value]);
  const pulse = changes[PULSE.key]?.newValue;
  const chats = await chatsAfter(before.chats, pulse).catch(() => before.chats);
  return { ...before, ...(Object.fromEntries(slices) as Partial<Snapshot<N>>), chats };
}

function namesOf<N extends keyof Slices>(items: Items<N>): N[] {
  return Object.keys(items) as N[];
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
