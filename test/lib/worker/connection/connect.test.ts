import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { HOUR } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import { AGES, APP_VERSION } from '../../../beeper/age';
import { openBeeper } from '../../../beeper/support';
import { NOON } from '../../../helpers/clock';
import { openDesk } from '../../../helpers/desk';
import { addKnownChat } from '../../../helpers/story';

const REMIND: Intent = { kind: 'remind', at: NOON + HOUR, dismissOnIncoming: false };

/** Needs no token, or is asked about one. */
const OPEN_TO_ALL = new Set(['GET /v1/info', 'POST /oauth/introspect']);

describe('connecting', () => {
  it.each(AGES)('finds out who Beeper %s is', async (age) => {
    const desk = await openDesk({ age, chats: 3 });
    expect(await desk.status()).toMatchObject({
      isConnected: true,
      baseUrl: desk.beeper.url,
      version: APP_VERSION[age],
      accountCount: desk.beeper.world.accounts.filter(({ isListed }) => isListed).length,
      connectedAt: NOON,
      syncedAt: NOON,
    });
  });

  it('shows the number at once', async () => {
    const desk = await openDesk();
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
  });

  it('sends the token to Beeper and nothing else that names anyone', async () => {
    const desk = await openDesk({ chats: 3 });
    const asked = desk.beeper.requests.filter(({ route }) => !OPEN_TO_ALL.has(route ?? ''));
    expect(asked).not.toHaveLength(0);
    for (const { headers } of asked) {
      expect(headers.authorization).toBe(`Bearer ${desk.beeper.token}`);
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });

  it.each(['http://example.com', 'ws://localhost:23373', 'nonsense://', 'https://u:p@example.com'])(
    'does not go to %s',
    async (baseUrl) => {
      const desk = await openDesk({ isConnected: false });
      await expect(desk.ask('connect', { baseUrl, token: 'any' })).rejects.toThrow('badAddress');
      expect(await desk.status()).toStrictEqual({ isConnected: false });
    },
  );

  it('needs a token', async () => {
    const desk = await openDesk({ isConnected: false });
    const asked = desk.ask('connect', { baseUrl: desk.beeper.url, token: '  ' });
    await expect(asked).rejects.toThrow('missingToken');
  });

  it.each(['töken', 'two words', 'line\nbreak'])('refuses %j, which is no token', async (token) => {
    const desk = await openDesk({ isConnected: false });
    const asked = desk.ask('connect', { baseUrl: desk.beeper.url, token });
    await expect(asked).rejects.toThrow('tokenRejected');
    expect(desk.beeper.requests).toHaveLength(0);
  });

  it('where nobody is keeps the address and goes on by itself when Beeper starts', async () => {
    const desk = await openDesk({ isConnected: false });
    const { url, token } = desk.beeper;
    await desk.beeper.fault('down');
    await expect(desk.ask('connect', { baseUrl: url, token })).rejects.toThrow('notRunning');
    expect(await desk.status()).toMatchObject({ isConnected: true, trouble: 'notRunning' });
    await desk.beeper.heal();
    await desk.poll();
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    expect(await desk.status()).toMatchObject({ version: APP_VERSION.current });
  });

  it('with a token that is refused says so', async () => {
    const desk = await openDesk({ isConnected: false });
    const asked = desk.ask('connect', { baseUrl: desk.beeper.url, token: 'wrong' });
    await expect(asked).rejects.toThrow('tokenRejected');
    expect(await desk.badge()).toBe('!');
  });

  it('with a token that is refused does not replace one that works', async () => {
    const desk = await openDesk();
    const asked = desk.ask('connect', { baseUrl: desk.beeper.url, token: 'wrong' });
    await expect(asked).rejects.toThrow('tokenRejected');
    await desk.poll();
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    expect((await desk.status()).trouble).toBeUndefined();
  });

  it('without a token goes on with the one there is', async () => {
    const desk = await openDesk();
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: '' });
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
  });

  it('to the same Beeper keeps what is known of it', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    const token = desk.beeper.issueToken(['read', 'write']);
    await desk.ask('connect', { baseUrl: desk.beeper.url, token });
    expect(await desk.reminder(chat.id)).toMatchObject({ bell: 'set' });
  });

  it('to another Beeper keeps nothing of the one before', async () => {
    const [desk, other] = [await openDesk({ chats: 9 }), await openBeeper({ chats: 4, seed: 1 })];
    await desk.ask('connect', { baseUrl: other.url, token: other.token });
    expect([...(await desk.chats()).keys()].toSorted()).toStrictEqual(
      [...other.chats.keys()].toSorted(),
    );
  });

  it('to the same Beeper at another address keeps what waits and what rings', async () => {
    const [desk, moved] = [await openDesk({ chats: 9 }), await openBeeper({ chats: 9 })];
    const [chat] = [...desk.beeper.chats.values()];
    await desk.beeper.fault('down');
    await desk.act(chat?.id ?? '', REMIND);
    await desk.ask('connect', { baseUrl: moved.url, token: moved.token });
    expect(moved.chat(chat?.id ?? '').reminder).not.toBeNull();
    expect(await desk.reminder(chat?.id ?? '')).toMatchObject({ at: NOON + HOUR, bell: 'set' });
  });

  it('to an address where nobody is loses nothing of what is connected', async () => {
    const desk = await openDesk({ chats: 9 });
    await fakeBrowser.storage.local.set({ connection: 'garbage' });
    await desk.restart();
    const nowhere = { baseUrl: 'http://127.0.0.1:1', token: 'any' };
    await expect(desk.ask('connect', nowhere)).rejects.toThrow('notRunning');
    expect(await desk.status()).toMatchObject({ baseUrl: desk.beeper.url, trouble: 'tokenLost' });
    expect(await desk.chats()).not.toHaveProperty('size', 0);
  });

  it('goes on when it is the status that could not be read', async () => {
    const desk = await openDesk({ chats: 9 });
    await fakeBrowser.storage.local.set({ status: { version: 99, value: {} } });
    await desk.restart();
    await desk.poll();
    expect(await desk.status()).toMatchObject({ isConnected: true, baseUrl: desk.beeper.url });
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
  });

  it('by two clicks at once ends with the second', async () => {
    const [desk, other] = [await openDesk({ chats: 9 }), await openBeeper({ chats: 4, seed: 1 })];
    await desk.happen(({ handlers }) => {
      void handlers.connect({ baseUrl: desk.beeper.url, token: desk.beeper.token });
      void handlers.connect({ baseUrl: other.url, token: other.token });
    });
    expect(await desk.status()).toMatchObject({ baseUrl: other.url });
    expect(await desk.badge()).toBe(String(other.unread()));
  });
});

describe('disconnecting', () => {
  it('forgets everything but the settings, on the disk as well', async () => {
    const desk = await openDesk({ chats: 30 });
    const chat = await addKnownChat(desk, { title: 'Unforgettable', unreadCount: 2 });
    await desk.act(chat.id, REMIND);
    await desk.ask('disconnect', null);
    const stored = JSON.stringify(await fakeBrowser.storage.local.get());
    expect(await desk.chats()).toHaveProperty('size', 0);
    for (const secret of [chat.id, chat.title, desk.beeper.token, desk.beeper.url]) {
      expect(stored).not.toContain(secret);
    }
  });

  it('forgets a token that could not be read as well', async () => {
    const desk = await openDesk({ isConnected: false });
    await fakeBrowser.storage.local.set({
      connection: { version: 99, value: { token: 's3cret' } },
    });
    await desk.restart();
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.token });
    await desk.ask('disconnect', null);
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('s3cret');
  });

  it('leaves a token that was pasted to the person', async () => {
    const desk = await openDesk();
    await desk.ask('disconnect', null);
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.token });
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
  });

  it('leaves no number, no alarm and a tooltip that says how to go on', async () => {
    const desk = await openDesk();
    await desk.ask('disconnect', null);
    expect(await desk.badge()).toBe('');
    expect(await desk.tooltip()).toBe('Companion for Beeper is not connected. Click to connect.');
    expect(await fakeBrowser.alarms.getAll()).toStrictEqual([]);
  });

  it('takes the notifications away that speak of chats', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    desk.clock.set(NOON + HOUR);
    await desk.happen(({ alarm }) => alarm('reminders'));
    await desk.ask('disconnect', null);
    expect(await desk.notifications()).toStrictEqual([]);
  });

  it('stays so for the next worker', async () => {
    const desk = await openDesk();
    await desk.ask('disconnect', null);
    desk.beeper.clearRequests();
    await desk.restart();
    await desk.poll();
    expect(desk.beeper.requests).toHaveLength(0);
    expect(await desk.badge()).toBe('');
  });

  it('leaves nothing of an act whose answer comes later', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    const letGo = desk.holdBack('/archive');
    await desk.act(chat.id, { kind: 'archive' });
    await desk.ask('disconnect', null);
    await letGo();
    expect(await desk.outbox()).toStrictEqual([]);
    expect(await desk.chats()).toHaveProperty('size', 0);
  });
});

describe('a disk that is full', () => {
  it('is told to the person who asked, and what was asked is stored later', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    const full = vi
      .spyOn(fakeBrowser.storage.local, 'set')
      .mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    onTestFinished(() => full.mockRestore());
    await expect(desk.act(chat.id, { kind: 'archive' })).rejects.toThrow('storageFailed');
    full.mockRestore();
    await desk.poll();
    await desk.restart();
    expect((await desk.chats()).get(chat.id)).toMatchObject({ box: 'archive' });
    expect(chat.isArchived).toBe(true);
  });
});
