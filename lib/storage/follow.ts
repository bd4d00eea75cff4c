import { browser } from 'wxt/browser';

import { warn } from '@/lib/base/log';
import type { Chat } from '@/lib/model/chats/chat';
import type { Chats } from '@/lib/model/chats/merge';
import { chatsIn, loadShards, loadSomeShards, type StoredChats } from './chats';
import { CHATS_REVISION, type Slices } from './items';
import { loadItem } from './local';
import { type StoredItem, unpack } from './stored-item';

/** What a page reads: the chats and these slices. */
export type Snapshot<N extends keyof Slices> = Pick<Slices, N> & { chats: Chats };

export type Items<N extends keyof Slices> = { readonly [K in N]: StoredItem<Slices[K]> };

type Changes = Readonly<Record<string, { newValue?: unknown }>>;

type Shards = StoredChats['shards'];

/** What was read, with the chats as they are stored: by record. */
interface Read<N extends keyof Slices> {
  snapshot: Snapshot<N>;
  shards: Shards;
}

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
    current.then(
      ({ snapshot }) => onSnapshot(snapshot),
      (error: unknown) => warn('the snapshot could not be read', error),
    );
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

async function loadSnapshot<N extends keyof Slices>(items: Items<N>): Promise<Read<N>> {
  const [shards, ...slices] = await Promise.all([
    // The chats are a cache: without it a page still says how things stand.
    loadAllShards().catch((): Shards => new Map()),
    ...namesOf(items).map(async (name) => [name, await loadItem<unknown>(items[name])]),
  ]);
  const snapshot = { ...(Object.fromEntries(slices) as Pick<Slices, N>), chats: chatsIn(shards) };
  return { snapshot, shards };
}

async function withChanges<N extends keyof Slices>(
  items: Items<N>,
  { snapshot, shards: before }: Read<N>,
  changes: Changes,
): Promise<Read<N>> {
  const slices = namesOf(items)
    .filter((name) => changes[items[name].key])
    .map((name) => [name, unpack<unknown>(items[name], changes[items[name].key]?.newValue).value]);
  const chatsRevision = changes[CHATS_REVISION.key]?.newValue;
  const shards = await shardsAfter(before, chatsRevision).catch(() => before);
  const chats = shards === before ? snapshot.chats : chatsIn(shards);
  const changed = Object.fromEntries(slices) as Partial<Snapshot<N>>;
  return { snapshot: { ...snapshot, ...changed, chats }, shards };
}

function namesOf<N extends keyof Slices>(items: Items<N>): N[] {
  return Object.keys(items) as N[];
}

async function loadAllShards(): Promise<Shards> {
  return (await loadShards()).shards;
}

async function shardsAfter(before: Shards, chatsRevision: unknown): Promise<Shards> {
  if (chatsRevision === undefined) return before;
  const written = unpack(CHATS_REVISION, chatsRevision).value?.shards;
  if (!written) return loadAllShards();
  const shards = new Map(before);
  for (const [shard, chats] of await loadSomeShards(written)) {
    shards.set(shard, keepingSame(before.get(shard), chats));
  }
  return shards;
}

/** A chat that is as it was stays the same object, so that nothing is drawn or worked out anew. */
function keepingSame(before: readonly Chat[] = [], after: readonly Chat[]): Chat[] {
  const known = new Map(before.map((chat) => [chat.id, chat]));
  return after.map((chat) => {
    const old = known.get(chat.id);
    return old && JSON.stringify(old) === JSON.stringify(chat) ? old : chat;
  });
}
