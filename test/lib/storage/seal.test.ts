import { createStore, get, set } from 'idb-keyval';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import type { Connection } from '@/lib/model/connection/connection';
import type { Authorization } from '@/lib/model/connection/sign-in';
import { ITEMS } from '@/lib/storage/items';
import { loadItem, saveItems, wrappedWriteOf, writeOf } from '@/lib/storage/local';
import { SEALED } from '@/lib/storage/seal';
import type { StoredItem } from '@/lib/storage/stored-item';
import { openDesk } from '../../helpers/desk';
import { resetBrowser } from '../../helpers/fake-browser';

const TOKEN = 's3cretTokenOfAda';
const VERIFIER = 'v3rifierOfThisSignIn';
const CONNECTION: Connection = { baseUrl: 'http://localhost:23373', token: TOKEN };
const AUTHORIZATION: Authorization = {
  baseUrl: 'http://localhost:23373',
  clientID: 'client',
  tokenUrl: 'http://localhost:23373/oauth/token',
  redirectUri: 'http://127.0.0.1:50000/callback',
  state: 'st4teOfThisSignIn',
  verifier: VERIFIER,
};

/** Everything written to `storage.local` or told of it since the test began. */
let told: string[] = [];

beforeEach(() => {
  resetBrowser();
  listen();
});

function listen(): void {
  told = [];
  fakeBrowser.storage.local.onChanged.addListener((changes) => void told.push(textOf(changes)));
  fakeBrowser.storage.onChanged.addListener((changes) => void told.push(textOf(changes)));
}

function textOf(value: unknown): string {
  return JSON.stringify(value);
}

async function disk(): Promise<Record<string, unknown>> {
  return fakeBrowser.storage.local.get();
}

async function save<T>(item: StoredItem<T>, value: T): Promise<void> {
  await saveItems([await wrappedWriteOf(item, value, SEALED)]);
}

const database = createStore('companion-keys', 'keys');

async function ownKey(): Promise<CryptoKey> {
  const key = await get<CryptoKey>('storage', database);
  if (!key) throw new Error('There is no key yet');
  return key;
}

/** From here on, until the test is over, the key is that of another browser. */
async function moveToAnotherBrowser(): Promise<void> {
  const before = await ownKey();
  onTestFinished(() => set('storage', before, database));
  const algorithm = { name: 'AES-GCM', length: 256 };
  const other = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  await set('storage', other, database);
}

describe('what only the worker may know', () => {
  it.each([
    ['a token', ITEMS.connection, CONNECTION, [TOKEN, CONNECTION.baseUrl]],
    ['a verifier', ITEMS.authorization, AUTHORIZATION, [VERIFIER, AUTHORIZATION.state, 'client']],
  ] as [string, StoredItem<unknown>, unknown, string[]][])(
    'such as %s is stored and told sealed, and opens again',
    async (_what, item, value, secrets) => {
      await save(item, value);
      expect(told).not.toHaveLength(0);
      const seen = [textOf(await disk()), ...told].join();
      expect(secrets.filter((secret) => seen.includes(secret))).toStrictEqual([]);
      expect(seen).not.toContain(btoa(TOKEN).slice(0, 8));
      expect(await loadItem(item, SEALED)).toStrictEqual(value);
    },
  );

  it('is written anew with another beginning each time, also when it is the same', async () => {
    await save(ITEMS.connection, CONNECTION);
    const first = textOf(await disk());
    await save(ITEMS.connection, CONNECTION);
    expect(textOf(await disk())).not.toBe(first);
  });

  it('may be nothing', async () => {
    await save(ITEMS.connection, null);
    expect(await loadItem(ITEMS.connection, SEALED)).toBeNull();
  });

  it('is left as it is by opening it', async () => {
    await save(ITEMS.connection, CONNECTION);
    const before = await disk();
    await loadItem(ITEMS.connection, SEALED);
    expect(await disk()).toStrictEqual(before);
  });

  it('is no secret of the pages: they cannot read it either', async () => {
    await save(ITEMS.connection, CONNECTION);
    expect(await loadItem(ITEMS.connection)).toBeNull();
  });
});

describe('a value from a version that did not seal', () => {
  it('is read and at once written sealed', async () => {
    await saveItems([writeOf(ITEMS.connection, CONNECTION)]);
    told = [];
    expect(await loadItem(ITEMS.connection, SEALED)).toStrictEqual(CONNECTION);
    expect(textOf(await disk())).not.toContain(TOKEN);
    expect(await loadItem(ITEMS.connection, SEALED)).toStrictEqual(CONNECTION);
    expect(Object.keys(await disk())).toStrictEqual(['connection']);
  });

  it('that cannot be read is set aside sealed', async () => {
    await fakeBrowser.storage.local.set({ connection: { version: 99, value: CONNECTION } });
    expect(await loadItem(ITEMS.connection, SEALED)).toBeNull();
    const { 'setAside:connection': aside } = await disk();
    expect(textOf(aside)).not.toContain(TOKEN);
    expect(await SEALED.unwrap(aside)).toStrictEqual({ version: 99, value: CONNECTION });
  });
});

describe('another browser', () => {
  it('cannot open it: it goes on without, and keeps it aside', async () => {
    await save(ITEMS.connection, CONNECTION);
    await moveToAnotherBrowser();
    expect(await loadItem(ITEMS.connection, SEALED)).toBeNull();
    const { connection, 'setAside:connection': aside } = await disk();
    expect(await SEALED.unwrap(aside)).toStrictEqual(connection);
    expect(textOf(await disk())).not.toContain(TOKEN);
  });

  it('is not kept from storing its own', async () => {
    await save(ITEMS.connection, CONNECTION);
    await moveToAnotherBrowser();
    const own = { ...CONNECTION, token: 'another' };
    await save(ITEMS.connection, own);
    expect(await loadItem(ITEMS.connection, SEALED)).toStrictEqual(own);
  });

  it.each([
    [
      'a changed letter',
      (sealed: string) => (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1),
    ],
    ['a missing end', (sealed: string) => sealed.slice(0, -8)],
    ['nothing left', () => ''],
    ['what is no base 64', () => '%%%'],
  ])('or a disk that damaged it with %s leaves nothing to be believed', async (_what, damage) => {
    await save(ITEMS.connection, CONNECTION);
    const { iv, sealed } = (await disk()).connection as { iv: string; sealed: string };
    await fakeBrowser.storage.local.set({ connection: { iv, sealed: damage(sealed) } });
    expect(await loadItem(ITEMS.connection, SEALED)).toBeNull();
  });
});

describe('the key', () => {
  it('can be used and not read', async () => {
    await save(ITEMS.connection, CONNECTION);
    const key = await ownKey();
    expect([key.extractable, key.usages]).toStrictEqual([false, ['encrypt', 'decrypt']]);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow('not extractable');
    await expect(crypto.subtle.exportKey('jwk', key)).rejects.toThrow('not extractable');
  });

  it('is one, also when two make it at once', async () => {
    const before = await get('storage', database);
    onTestFinished(() => set('storage', before, database));
    await set('storage', undefined, database);
    const [one, two] = await Promise.all([
      wrappedWriteOf(ITEMS.connection, CONNECTION, SEALED),
      wrappedWriteOf(ITEMS.authorization, AUTHORIZATION, SEALED),
    ]);
    await saveItems([one, two]);
    expect(await loadItem(ITEMS.connection, SEALED)).toStrictEqual(CONNECTION);
    expect(await loadItem(ITEMS.authorization, SEALED)).toStrictEqual(AUTHORIZATION);
  });
});

describe('a browser that keeps no keys', () => {
  it('goes on without sealing, and seals once it can', async () => {
    await save(ITEMS.connection, null);
    const before = await ownKey();
    onTestFinished(() => set('storage', before, database));
    await set('storage', undefined, database);
    const cannot = vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new Error('no keys'));
    onTestFinished(() => cannot.mockRestore());
    await save(ITEMS.connection, CONNECTION);
    expect(await loadItem(ITEMS.connection, SEALED)).toStrictEqual(CONNECTION);
    cannot.mockRestore();
    expect(await loadItem(ITEMS.connection, SEALED)).toStrictEqual(CONNECTION);
    expect(textOf(await disk())).not.toContain(TOKEN);
  });
});

describe('the worker', () => {
  it('lets nobody read a token or a verifier, whatever it does', async () => {
    const desk = await openDesk({ isConnected: false, chats: 3 });
    listen();
    const { url, token } = desk.beeper;
    await desk.ask('signIn', { baseUrl: url });
    const { verifier, state } = (await loadItem(ITEMS.authorization, SEALED)) ?? AUTHORIZATION;
    expect(verifier).not.toBe(VERIFIER);
    await desk.ask('connect', { baseUrl: url, token });
    await desk.poll();
    await desk.restart();
    await desk.ask('disconnect', null);
    const seen = [textOf(await disk()), ...told].join();
    expect(told.length).toBeGreaterThan(3);
    expect([token, verifier, state].filter((secret) => seen.includes(secret))).toStrictEqual([]);
  });
});
