import { browser } from 'wxt/browser';

import { warn } from '@/lib/base/log';
import { pack, type StoredItem, unpack } from './stored-item';

/** Where unreadable values are kept, so that nothing a person had is thrown away. */
const SET_ASIDE = 'setAside:';

/** How a value is turned into what is written, and back. */
export interface Form {
  wrap(value: unknown): Promise<unknown>;
  unwrap(found: unknown): Promise<unknown>;
}

const PLAIN: Form = {
  wrap: (value) => Promise.resolve(value),
  unwrap: (found) => Promise.resolve(found),
};

/** A value from `storage.local`; what cannot be read is set aside and the fallback returned. */
export async function loadItem<T>(item: StoredItem<T>, form = PLAIN): Promise<T> {
  const { [item.key]: found } = await browser.storage.local.get(item.key);
  if (found === undefined) return item.fallback;
  const packed = await form.unwrap(found);
  const outcome = unpack(item, packed);
  if (outcome.state !== 'stored') await setAside(item.key, found, form);
  // It was written before such values were wrapped.
  else if (form !== PLAIN && packed === found) await writeIfPossible(item.key, found, form);
  return outcome.value;
}

/** A full disk keeps no copy; that must not keep the companion from starting. */
function setAside(key: string, found: unknown, form: Form): Promise<void> {
  return writeIfPossible(SET_ASIDE + key, found, form);
}

async function writeIfPossible(key: string, value: unknown, form: Form): Promise<void> {
  try {
    await browser.storage.local.set({ [key]: await form.wrap(value) });
  } catch (error) {
    warn(`${key} could not be written`, error);
  }
}

/** Names of the items of which something unreadable is kept. */
export async function keptAside(): Promise<string[]> {
  const stored = Object.keys(await browser.storage.local.get());
  return stored
    .filter((key) => key.startsWith(SET_ASIDE))
    .map((key) => key.slice(SET_ASIDE.length));
}

/** Forgets what was set aside: it may hold names. */
export async function forgetSetAside(): Promise<void> {
  const keys = await keptAside();
  if (keys.length > 0) await browser.storage.local.remove(keys.map((key) => SET_ASIDE + key));
}

/** Writes several values at once: either all of them or, if storage refuses, none. */
export function saveItems(writes: readonly Write[]): Promise<void> {
  return browser.storage.local.set(
    Object.fromEntries(writes.map(({ key, packed }) => [key, packed])),
  );
}

export interface Write {
  key: string;
  packed: unknown;
}

export function writeOf<T>(item: StoredItem<T>, value: T): Write {
  return { key: item.key, packed: pack(item, value) };
}

export async function wrappedWriteOf<T>(item: StoredItem<T>, value: T, form: Form): Promise<Write> {
  return { key: item.key, packed: await form.wrap(pack(item, value)) };
}
