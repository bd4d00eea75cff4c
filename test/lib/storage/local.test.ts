import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { ITEMS } from '@/lib/storage/items';
import { forgetSetAside, loadItem, saveItems, writeOf } from '@/lib/storage/local';
import { resetBrowser } from '../../helpers/fake-browser';

const { settings, connection } = ITEMS;
const CHOSEN = { ...DEFAULT_SETTINGS, pollSeconds: 300 } as const;

beforeEach(resetBrowser);

describe('the store', () => {
  it('gives back what was saved', async () => {
    await saveItems([writeOf(settings, CHOSEN)]);
    expect(await loadItem(settings)).toStrictEqual(CHOSEN);
  });

  it('gives the fallback for what never was', async () => {
    expect(await loadItem(settings)).toBe(DEFAULT_SETTINGS);
  });

  it('keeps aside what it cannot read, once and for good', async () => {
    const future = { version: 99, value: { pollSeconds: 'often' } };
    await fakeBrowser.storage.local.set({ settings: future });
    expect(await loadItem(settings)).toBe(DEFAULT_SETTINGS);
    await saveItems([writeOf(settings, CHOSEN)]);
    expect(await fakeBrowser.storage.local.get()).toStrictEqual({
      settings: { version: 1, value: CHOSEN },
      'setAside:settings': future,
    });
  });

  it('forgets what was set aside and nothing else', async () => {
    await fakeBrowser.storage.local.set({ connection: { version: 99 } });
    await loadItem(connection);
    await saveItems([writeOf(settings, CHOSEN), writeOf(connection, null)]);
    await forgetSetAside();
    const kept = await fakeBrowser.storage.local.get();
    expect(Object.keys(kept).toSorted()).toStrictEqual(['connection', 'settings']);
  });
});
