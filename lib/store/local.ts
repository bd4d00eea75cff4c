import { browser } from 'wxt/browser';

import { pack, type StoredItem, unpack } from './stored-item';

/** Where unreadable values are kept, so that nothing a person had is thrown away. */
const SET_ASIDE = 'setAside:';

/** A value from `storage.local`; what cannot be read is set aside and the fallback returned. */
export async function loadItem<T>(item: StoredItem<T>): Promise<T> {
  const { [item.key]: found } = await browser.storage.local.get(item.key);
  const outcome = unpack(item, found);
  if (outcome.state === 'unreadable') {
    await browser.storage.local.set({ [SET_ASIDE + item.key]: outcome.found });
  }
  return outcome.value;
}

/** Forgets what was set aside: it may hold a token. */
export async function forgetSetAside(): Promise<void> {
  const stored = Object.keys(await browser.storage.local.get());
  const keys = stored.filter((key) => key.startsWith(SET_ASIDE));
  if (keys.length > 0) await browser.storage.local.remove(keys);
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
