import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { HOUR, MINUTE } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import { SEALED } from '@/lib/storage/seal';
import type { StoredItem } from '@/lib/storage/stored-item';
import { openBeeper } from '../../../beeper/support';
import type { ChatRecord } from '../../../beeper/world/records';
import { NOON } from '../../../helpers/clock';
import { type Desk, openDesk } from '../../../helpers/desk';
import { addKnownChat } from '../../../helpers/story';

const REMIND: Intent = { kind: 'remind', at: NOON + HOUR, dismissOnIncoming: false };

/** What is not about Beeper: the settings, and when they were last changed. */
const LEFT: Readonly<Record<string, unknown>> = {
  settings: { ...DEFAULT_SETTINGS, pollSeconds: 60 },
  sync: { ...ITEMS.sync.fallback, at: expect.any(Number) },
};

/** Everything of Beeper's that can be in a browser is there: chats, pictures, words, a bell, a sign-in. */
async function aFullLife(): Promise<{ desk: Desk; chat: ChatRecord }> {
  const desk = await openDesk({ chats: 30 });
  const { beeper } = desk;
  await fakeBrowser.storage.local.set({ walk: 'Unforgettable nonsense' });
  await fakeBrowser.storage.session.set({ newChat: { text: 'Unforgettable nonsense' } });
  await desk.restart();
  const imgURL = 'mxc://beeper.local/unforgettable';
  const chat = await addKnownChat(desk, { title: 'Unforgettable', unreadCount: 2, imgURL });
  await desk.ask('avatars', { chatIDs: [chat.id] });
  await desk.act(chat.id, REMIND);
  desk.clock.set(NOON + HOUR);
  await desk.happen(({ alarm }) => alarm('reminders'));
  await desk.ask('signIn', { baseUrl: beeper.url });
  await beeper.fault('500');
  await desk.act(chat.id, { kind: 'mute' });
  await desk.poll();
  await beeper.heal();
  return { desk, chat };
}

/** Connects by the one-click way: the token is ours then. */
async function signIn(desk: Desk): Promise<string> {
  const { ask, beeper } = desk;
  await ask('signIn', { baseUrl: beeper.url });
  const tab = (await fakeBrowser.tabs.query({})).find(({ url }) => url?.includes('/oauth/'));
  const page = await (await fetch(tab?.url ?? '')).text();
  const [, consent = ''] = /name="consent" value="([^"]+)"/.exec(page) ?? [];
  const { headers } = await fetch(`${beeper.url}/oauth/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ consent, decision: 'approve' }),
  });
  const address = headers.get('location') ?? '';
  // As two open pages do.
  await Promise.all([ask('finishSignIn', { address }), ask('finishSignIn', { address })]);
  const used = beeper.requests.findLast((request) => request.headers.authorization);
  return used?.headers.authorization?.replace('Bearer ', '') ?? '';
}

/** All that is stored, as it is stored. */
async function stored() {
  const { local, session, sync } = fakeBrowser.storage;
  return {
    storage: [await local.get(), await session.get(), await sync.get()],
    chats: await recordsOf('companion-index', 'shards'),
    pictures: await recordsOf('companion-avatars', 'avatars'),
    keys: await recordsOf('companion-keys', 'keys'),
  };
}

async function recordsOf(database: string, store: string): Promise<unknown[]> {
  const opened = await answerOf(indexedDB.open(database));
  const records = await answerOf(opened.transaction(store).objectStore(store).getAll());
  opened.close();
  return records;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

async function isLetIn({ beeper }: Desk, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${beeper.url}/v1/accounts`, { headers })).ok;
}

describe('after a full life', () => {
  it('there is something to forget', async () => {
    const { desk, chat } = await aFullLife();
    const { storage, chats, pictures } = await stored();
    for (const trace of [chat.id, chat.title, desk.beeper.url, 'nonsense', 'sealed']) {
      expect(JSON.stringify(storage)).toContain(trace);
    }
    expect(chats).not.toHaveLength(0);
    expect(JSON.stringify(pictures)).toContain('mxc://beeper.local/unforgettable');
    expect(JSON.stringify(pictures)).toContain('data:image/');
    expect(await desk.notifications()).toHaveLength(1);
    expect(await desk.outbox()).toHaveLength(1);
  });

  it('Disconnect leaves the settings, and a key that opens nothing any more', async () => {
    const { desk, chat } = await aFullLife();
    await desk.ask('saveSettings', { pollSeconds: 60 });
    const meant = { words: 'fri 3pm' };
    await desk.ask('rememberChoice', { meant, dismissOnIncoming: false, archives: false });
    expect(await loadItem(ITEMS.lastChoice)).toMatchObject({ meant });
    await desk.ask('disconnect', null);
    const { storage, chats, pictures, keys } = await stored();
    expect(chats).toStrictEqual([]);
    expect(pictures).toStrictEqual([]);
    expect(keys).toMatchObject([{ type: 'secret', extractable: false }]);
    for (const trace of [chat.id, chat.title, desk.beeper.url, 'nonsense', 'beeper.local']) {
      expect(JSON.stringify(storage)).not.toContain(trace);
    }
    for (const [name, item] of Object.entries<StoredItem<unknown>>(ITEMS)) {
      const now = await (item.isSecret ? loadItem(item, SEALED) : loadItem(item));
      expect({ [name]: now }).toStrictEqual({ [name]: LEFT[name] ?? item.fallback });
    }
    expect(await fakeBrowser.alarms.getAll()).toStrictEqual([]);
    expect(await desk.notifications()).toStrictEqual([]);
    expect(await desk.badge()).toBe('');
  });

  it('the next worker knows nothing and asks nobody', async () => {
    const { desk } = await aFullLife();
    await desk.ask('disconnect', null);
    desk.beeper.clearRequests();
    await desk.restart();
    await desk.poll();
    await desk.ask('refresh', null);
    expect(desk.beeper.requests).toHaveLength(0);
    expect(await desk.status()).toStrictEqual({ isConnected: false });
  });

  it('everything is forgotten while Beeper is away as well', async () => {
    const { desk, chat } = await aFullLife();
    await desk.beeper.fault('down');
    await desk.ask('disconnect', null);
    const { storage, chats, pictures } = await stored();
    expect([...chats, ...pictures]).toStrictEqual([]);
    expect(JSON.stringify(storage)).not.toContain(chat.title);
  });
});

describe('a click on Disconnect', () => {
  it('also ends what was being connected when it came', async () => {
    const desk = await openDesk({ isConnected: false, chats: 3 });
    const letGo = desk.holdBack('/v1/accounts');
    await desk.happen(({ handlers }) => {
      void handlers.connect({ baseUrl: desk.beeper.url, token: desk.beeper.token });
      void handlers.disconnect(null);
    });
    await letGo();
    expect(await desk.status()).toStrictEqual({ isConnected: false });
    expect(await loadItem(ITEMS.connection, SEALED)).toBeNull();
  });
});

describe('the token itself', () => {
  it('of our own sign-in is given back to Beeper', async () => {
    const desk = await openDesk({ isConnected: false, chats: 3 });
    const token = await signIn(desk);
    expect(await isLetIn(desk, token)).toBe(true);
    await desk.ask('disconnect', null);
    expect(await isLetIn(desk, token)).toBe(false);
  });

  it('of our own sign-in lives on in a Beeper that is away', async () => {
    const desk = await openDesk({ isConnected: false, chats: 3 });
    const token = await signIn(desk);
    await desk.beeper.fault('down');
    await desk.ask('disconnect', null);
    await desk.beeper.heal();
    expect(await isLetIn(desk, token)).toBe(true);
  });

  it('is tried at no other address than its own', async () => {
    const [desk, other] = [await openDesk({ chats: 3 }), await openBeeper({ chats: 3 })];
    const asked = desk.ask('connect', { baseUrl: other.url, token: '' });
    await expect(asked).rejects.toThrow('missingToken');
    expect(other.requests).toStrictEqual([]);
  });

  it('that was pasted is the person’s, and lives on', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.ask('disconnect', null);
    expect(await isLetIn(desk, desk.beeper.token)).toBe(true);
  });
});

describe('a token that has expired', () => {
  it('opens nothing: what is asked for waits, and the person is told', async () => {
    const desk = await openDesk({ isConnected: false, chats: 5 });
    const token = desk.beeper.issueToken(['read', 'write'], { lifetimeMs: MINUTE });
    await desk.ask('connect', { baseUrl: desk.beeper.url, token });
    const chat = await addKnownChat(desk);
    desk.clock.advance(MINUTE);
    await desk.act(chat.id, { kind: 'archive' });
    await desk.poll();
    expect(chat.isArchived).toBe(false);
    expect(await desk.status()).toMatchObject({ trouble: 'tokenRejected' });
    expect(await desk.badge()).toBe('!');
  });

  it('is forgotten like any other', async () => {
    const desk = await openDesk({ chats: 5 });
    desk.beeper.expire(desk.beeper.token);
    await desk.poll();
    await desk.ask('disconnect', null);
    expect(await stored()).toMatchObject({ chats: [], pictures: [] });
    expect(await desk.badge()).toBe('');
  });
});
