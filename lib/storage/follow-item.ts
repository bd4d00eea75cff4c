import { browser } from 'wxt/browser';

import { warn } from '@/lib/base/log';
import { loadItem } from './local';
import { type StoredItem, unpack } from './stored-item';

/** Gives a page one stored item, and again after every change of it. Returns how to stop. */
export function followItem<T>(kept: StoredItem<T>, onValue: (value: T) => void): () => void {
  let isNew = true;
  const listener = (changes: Readonly<Record<string, { newValue?: unknown }>>) => {
    const change = changes[kept.key];
    if (!change) return;
    isNew = false;
    onValue(unpack(kept, change.newValue).value);
  };
  browser.storage.local.onChanged.addListener(listener);
  loadItem(kept).then(
    // What has changed meanwhile is newer than what was read.
    (value) => isNew && onValue(value),
    (error: unknown) => warn(`${kept.key} could not be read`, error),
  );
  return () => {
    isNew = false;
    browser.storage.local.onChanged.removeListener(listener);
  };
}
