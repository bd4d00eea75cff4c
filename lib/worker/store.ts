import type { Chat } from '../chat';
import { CompanionError } from '../errors';
import type { Chats } from '../inbox';
import { clearPictures } from '../store/avatars';
import { clearChats, loadChats, saveChats } from '../store/chats';
import { ITEMS, type Slices } from '../store/items';
import { loadItem, saveItems, type Write, wrappedWriteOf, writeOf } from '../store/local';
import { SEALED } from '../store/seal';
import type { StoredItem } from '../store/stored-item';
import { mended, type State } from './state';

/** The worker's state: changed in memory by pure functions, on disk before anyone relies on it. */
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
export interface ChatChanges {
  changed: readonly Chat[];
  removed: readonly string[];
}

export interface StoreOptions {
  /** What else is written with every change, for the pages to read. */
  announce: (state: State, chats: ChatChanges) => Write[];
  /** Called when a change is on disk; does not reject. */
  follow: (state: State) => Promise<void>;
}

export function createStore({ announce, follow }: StoreOptions): Store {
  let state: State | undefined;
  let stored: State | undefined;
  let writing: Promise<void> = Promise.resolve();
  let loading: Promise<State> | undefined;

  const load = async () => {
    stored = await loadState();
    state = mended(stored);
    return state;
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
    if (!previous || current === previous) return;
    const chats = differences(current.chats, previous.chats);
    const isSaved = await saveDifferences(chats, current.chats);
    const slices = await Promise.all(changedSlices(current, previous));
    await saveItems([...slices, ...announce(current, chats)]);
    // What the disk refused is tried again with the next change.
    stored = isSaved ? current : { ...current, chats: previous.chats };
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

async function loadState(): Promise<State> {
  const [chats, ...slices] = await Promise.all([
    loadChats().catch((): Chats => new Map()),
    ...SLICES.map(async (name) => [name, await loadSlice(name)]),
  ]);
  return { ...(Object.fromEntries(slices) as Slices), chats };
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
  if (current === previous) return { changed: [], removed: [] };
  const changed = [...current.values()].filter((chat) => previous.get(chat.id) !== chat);
  const removed = [...previous.keys()].filter((id) => !current.has(id));
  return { changed, removed };
}

/**
 * The chats are a cache: a disk that refuses them costs a slower start and nothing else. Only when
 * they are to be forgotten must it be done.
 */
async function saveDifferences({ changed, removed }: ChatChanges, all: Chats): Promise<boolean> {
  if (changed.length === 0 && removed.length === 0) return true;
  if (all.size > 0) {
    return saveChats(changed, removed).then(
      () => true,
      () => false,
    );
  }
  await clearPictures();
  await clearChats();
  return true;
}
