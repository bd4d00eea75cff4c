import { browser } from 'wxt/browser';

import { readSynced, type Synced } from '@/lib/model/settings/sync';

const KEY = 'settings';

/** What the browser has carried here, if anything. */
export async function loadSynced(): Promise<Synced | undefined> {
  return readSynced((await browser.storage.sync.get(KEY))[KEY]);
}

export async function saveSynced(synced: Synced): Promise<void> {
  await browser.storage.sync.set({ [KEY]: synced });
}
