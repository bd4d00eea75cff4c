import { CompanionError } from '@/lib/base/errors';
import { warn } from '@/lib/base/log';
import type { Chat } from '@/lib/model/chats/chat';
import { FRESH_FULL_SYNC } from '@/lib/model/chats/full-sync';
import type { Chats } from '@/lib/model/chats/merge';
import { clearPictures } from '@/lib/storage/avatars';
import { chatsIn, clearChats, loadShards, saveShards, type StoredChats } from '@/lib/storage/chats';
import { ITEMS, type Slices } from '@/lib/storage/items';
import { loadItem, saveItems, type Write, wrappedWriteOf, writeOf } from '@/lib/storage/local';
import { dropOlderChats, loadOlderChats } from '@/lib/storage/older-chats';
import { SEALED } from '@/lib/storage/seal';
import { Shards } from '@/lib/storage/shards';
import type { StoredItem } from '@/lib/storage/stored-item';
import { mended, type State } from './state';

/**
 * The worker's state: changed in memory by pure functions, on disk before anyone relies on it.
 *
 * Whatever changes what pages read is a difference between the state and what is stored, and is
 * written together with the announcement that tells the pages of it; there is no other writer. So
 * what the start makes of the stored data (chats of an older version, a lost full sync, a status
 * that was mended) is not written by whoever finds it, but becomes such a difference.
 */
export interface Store {
  /** The state, loaded if this is the worker's first breath. */
  read(): Promise<State>;
  /**
   * Applies a change and resolves when it is stored.
   *
   * @throws CompanionError `storageFailed`; the change is then written with the next one.
   */
  update(change: (state: State) => State): Promise<State>;
}

/** Which chats differ between two states. */
interface ChatChanges {
  changed: readonly Chat[];
  removed: readonly string[];
}

export interface StoreOptions {
  /**
   * What else is written with every change, for the pages to read.
   *
   * @param shards the records of chats that were written; `null`: all of them.
   */
  announce: (state: State, shards: readonly number[] | null) => Write[];
  /** Called when a change is on disk; does not reject. */
  follow: (state: State) => Promise<void>;
}

export function createStore({ announce, follow }: StoreOptions): Store {
  let state: State | undefined;
  let stored: State | undefined;
  let followed: State | undefined;
  let writing: Promise<void> = Promise.resolve();
  let loading: Promise<State> | undefined;
  let hasOlderChats = false;
  /** Records that the disk or the pages may still have as they were: a write of them has failed. */
  const owed = new Set<number>();
  const shards = new Shards();
  const announced = new Map<string, string>();
  const isChanged = ({ key, packed }: Write) => announced.get(key) !== JSON.stringify(packed);

  const load = async () => {
    const loaded = await loadState(shards);
    ({ stored, state } = loaded);
    followed = stored;
    hasOlderChats = loaded.hasOlderChats;
    return loaded.state;
  };

  const read = async () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    const loaded = await loading;
    return state ?? loaded;
  };

  /**
   * Everything not yet on disk; a later change joins the write that comes next. The chats go first:
   * pages are told of them with the rest, and find them there.
   */
  const write = async () => {
    const [current, previous] = [await read(), stored];
    // What follows a write may change nothing: that must not write again chats the disk refuses.
    if (!previous || current === followed) return;
    if (current.incomingMessages !== previous.incomingMessages) {
      // Before the chats they come from: if the worker dies in between, the next one sees the same
      // chats as new again.
      await saveItems([writeOf(ITEMS.incomingMessages, current.incomingMessages)]);
    }
    const written = await saveDifferences(current.chats, previous.chats, { shards, owed });
    if (hasOlderChats && written !== 'refused') {
      // Only now are they kept elsewhere. If dropping them fails, the rest is stored all the same.
      await dropOlderChats().catch((error: unknown) => warn('older chats remain', error));
      hasOlderChats = false;
    }
    const slices = await Promise.all(changedSlices(current, previous));
    const changed = announce(current, written === 'refused' ? [] : written).filter(isChanged);
    await saveItems([...slices, ...changed]);
    for (const { key, packed } of changed) announced.set(key, JSON.stringify(packed));
    // What the disk refused is tried again with the next change.
    if (written !== 'refused') owed.clear();
    stored = written === 'refused' ? { ...current, chats: previous.chats } : current;
    followed = current;
    await follow(current);
  };

  const update = async (change: (before: State) => State) => {
    const before = await read();
    const after = change(state ?? before);
    state = after;
    writing = writing.catch(() => undefined).then(write);
    await writing.catch(() => {
      throw new CompanionError('storageFailed');
    });
    return after;
  };

  return { read, update };
}

const SLICES = Object.keys(ITEMS) as (keyof Slices)[];

interface Loaded {
  /** What is on disk, as pages read it. */
  stored: State;
  /** What the worker makes of it; the next write stores the difference and announces it. */
  state: State;
  hasOlderChats: boolean;
}

async function loadState(shards: Shards): Promise<Loaded> {
  const [found, ...slices] = await Promise.all([
    loadKnown().catch((): Known => ({ shards: new Map(), older: [], isDamaged: true })),
    ...SLICES.map(async (name) => [name, await loadSlice(name)]),
  ]);
  for (const [shard, chats] of found.shards) {
    shards.found(
      shard,
      chats.map(({ id }) => id),
    );
  }
  const stored = { ...(Object.fromEntries(slices) as Slices), chats: chatsIn(found.shards) };
  const hasOlderChats = found.older.length > 0;
  const whole = hasOlderChats ? { ...stored, chats: chatsIn(new Map([[0, found.older]])) } : stored;
  const isLost = found.isDamaged || whole.chats.size === 0;
  return { stored, state: mended(isLost ? syncedAnew(whole) : whole), hasOlderChats };
}

/** The chats are a cache: a full sync brings back what of it is lost. */
function syncedAnew(state: State): State {
  const isFresh = Object.keys(state.fullSync).length === 0;
  return isFresh ? state : { ...state, fullSync: FRESH_FULL_SYNC };
}

interface Known extends StoredChats {
  /** Chats that an older version has kept elsewhere. */
  older: readonly Chat[];
}

async function loadKnown(): Promise<Known> {
  const found = await loadShards();
  return { ...found, older: found.shards.size > 0 ? [] : await loadOlderChats() };
}

function loadSlice(name: keyof Slices): Promise<unknown> {
  const item: StoredItem<unknown> = ITEMS[name];
  return item.isSecret ? loadItem(item, SEALED) : loadItem(item);
}

function changedSlices(current: State, previous: State): (Write | Promise<Write>)[] {
  return SLICES.filter((name) => current[name] !== previous[name]).map((name) => {
    const item: StoredItem<unknown> = ITEMS[name];
    return item.isSecret
      ? wrappedWriteOf(item, current[name], SEALED)
      : writeOf(item, current[name]);
  });
}

function differences(current: Chats, previous: Chats): ChatChanges {
  const changed = [...current.values()].filter((chat) => previous.get(chat.id) !== chat);
  const removed = [...previous.keys()].filter((id) => !current.has(id));
  return { changed, removed };
}

/**
 * Writes the records in which chats differ, and names them. The chats are a cache: a disk that
 * refuses them costs a slower start and nothing else. Only when they are to be forgotten must it
 * be done.
 */
async function saveDifferences(
  current: Chats,
  previous: Chats,
  { shards, owed }: { shards: Shards; owed: Set<number> },
): Promise<readonly number[] | null | 'refused'> {
  if (current === previous && owed.size === 0) return [];
  if (current.size === 0 && previous.size > 0) {
    await clearPictures();
    await clearChats();
    await dropOlderChats();
    for (const shard of shards.touchedBy([], previous.keys())) owed.add(shard);
    shards.clear();
    return null;
  }
  const { changed, removed } = differences(current, previous);
  const touched = shards.touchedBy(
    changed.map(({ id }) => id),
    removed,
  );
  for (const shard of touched) owed.add(shard);
  const records = [...owed].map((shard) => [shard, membersOf(shards, shard, current)] as const);
  return saveShards(new Map(records)).then(
    () => [...owed],
    () => 'refused' as const,
  );
}

function membersOf(shards: Shards, shard: number, chats: Chats): Chat[] {
  return [...shards.members(shard)].flatMap((id) => chats.get(id) ?? []);
}
