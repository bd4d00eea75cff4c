import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { DAY, SECOND } from '@/lib/base/time';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import { type Desk, openDesk } from '../../../helpers/desk';

const carried = async () => (await fakeBrowser.storage.sync.get('settings'))['settings'];
const settings = () => loadItem(ITEMS.settings);
const sync = () => loadItem(ITEMS.sync);

/** Another browser has changed the appearance, and the browsers have carried it here. */
async function changeElsewhere(at: number, appearance: string): Promise<void> {
  const there = { ...DEFAULT_SETTINGS, appearance };
  await fakeBrowser.storage.sync.set({ settings: { at, settings: there } });
}

/** The next time the browser is asked what it carries, this happens before it has answered. */
function whileAsked(work: () => Promise<void>): void {
  const area = fakeBrowser.storage.sync;
  const { get } = area;
  const giveBack = () => void Object.assign(area, { get });
  const slowly = async () => {
    giveBack();
    const found = await area.get('settings');
    await work();
    return found;
  };
  Object.assign(area, { get: slowly });
  onTestFinished(giveBack);
}

/** The browser carries nothing more, until what this returns is called. */
function refuse(reason: string): () => void {
  const area = fakeBrowser.storage.sync;
  const { set } = area;
  const allow = () => void Object.assign(area, { set });
  Object.assign(area, { set: () => Promise.reject(new Error(reason)) });
  onTestFinished(allow);
  return allow;
}

/** A browser that shares settings which somebody has chosen. */
async function openSynced(): Promise<Desk> {
  const desk = await openDesk({ chats: 5 });
  await desk.ask('setSync', { isOn: true });
  await desk.ask('saveSettings', { pollSeconds: 60 });
  return desk;
}

function save(desk: Desk, appearance: 'light' | 'dark'): Promise<void> {
  return desk.companion.handlers.saveSettings({ appearance });
}

describe('settings that follow the person', () => {
  it('do not, unless the person says so', async () => {
    const desk = await openDesk({ chats: 5 });
    await desk.ask('saveSettings', { appearance: 'dark' });
    expect(await carried()).toBeUndefined();
  });

  it('are carried from then on, without token, chats and reminders', async () => {
    const desk = await openDesk({ chats: 5 });
    const [first = ''] = desk.beeper.chats.keys();
    await desk.ask('saveSettings', { notify: { chosen: [first] } });
    await desk.ask('setSync', { isOn: true });
    await desk.ask('saveSettings', { appearance: 'dark' });
    expect(await carried()).toMatchObject({ settings: { appearance: 'dark' } });
    const all = JSON.stringify(await fakeBrowser.storage.sync.get());
    expect(all).not.toContain(desk.beeper.token);
    expect(all).not.toContain(first);
  });

  it('are taken over where another browser has some', async () => {
    const desk = await openDesk({ chats: 5 });
    const there = { ...DEFAULT_SETTINGS, appearance: 'dark' };
    await fakeBrowser.storage.sync.set({ settings: { at: desk.clock.now(), settings: there } });
    await desk.ask('setSync', { isOn: true });
    expect((await settings()).appearance).toBe('dark');
    const later = { ...there, appearance: 'light' };
    await fakeBrowser.storage.sync.set({ settings: { at: desk.clock.now() + 1, settings: later } });
    await desk.happen(({ synced }) => synced());
    expect((await settings()).appearance).toBe('light');
  });

  it('stay where they are once it is switched off', async () => {
    const desk = await openDesk({ chats: 5 });
    await desk.ask('setSync', { isOn: true });
    await desk.ask('saveSettings', { appearance: 'light' });
    await desk.ask('setSync', { isOn: false });
    await desk.ask('saveSettings', { appearance: 'dark' });
    expect(await carried()).toMatchObject({ settings: { appearance: 'light' } });
  });

  it('are safe from nonsense that is carried', async () => {
    const desk = await openDesk({ chats: 5 });
    await desk.ask('setSync', { isOn: true });
    await desk.ask('saveSettings', { appearance: 'dark' });
    const nonsense = { at: desk.clock.now() + 9, settings: { appearance: 7, badge: [] } };
    await fakeBrowser.storage.sync.set({ settings: nonsense });
    await desk.happen(({ synced }) => synced());
    expect((await settings()).appearance).toBe('dark');
  });
});

describe('a browser that joins', () => {
  it('keeps what was changed in it later, though it was off at that time', async () => {
    const desk = await openDesk({ chats: 5 });
    await desk.ask('setSync', { isOn: true });
    await desk.ask('saveSettings', { appearance: 'light' });
    await desk.ask('setSync', { isOn: false });
    desk.clock.advance(DAY);
    await desk.ask('saveSettings', { appearance: 'dark' });
    await desk.ask('setSync', { isOn: true });
    expect((await settings()).appearance).toBe('dark');
    expect(await carried()).toMatchObject({ settings: { appearance: 'dark' } });
  });

  it('carries no defaults that nobody has chosen', async () => {
    const desk = await openDesk({ chats: 5 });
    await desk.ask('setSync', { isOn: true });
    expect(await carried()).toBeUndefined();
    await changeElsewhere(1, 'dark');
    await desk.happen(({ synced }) => synced());
    expect((await settings()).appearance).toBe('dark');
    expect((await sync()).gaveWay).toBeUndefined();
  });

  it('can have its own back where others were changed later, and theirs again', async () => {
    const desk = await openDesk({ chats: 5 });
    await desk.ask('saveSettings', { appearance: 'light', pollSeconds: 60 });
    desk.clock.advance(DAY);
    await changeElsewhere(desk.clock.now(), 'dark');
    await desk.ask('setSync', { isOn: true });
    expect(await settings()).toMatchObject({ appearance: 'dark', pollSeconds: 30 });
    expect((await sync()).gaveWay).toMatchObject({ whose: 'ours' });
    // The worker may be asked twice, where it was stopped at the wrong moment.
    for (let times = 0; times < 2; times += 1) await desk.ask('settleSync', { bring: 'ours' });
    expect(await settings()).toMatchObject({ appearance: 'light', pollSeconds: 60 });
    expect(await carried()).toMatchObject({ settings: { appearance: 'light', pollSeconds: 60 } });
    await desk.ask('settleSync', { bring: 'theirs' });
    expect(await carried()).toMatchObject({ settings: { appearance: 'dark', pollSeconds: 30 } });
    await desk.ask('settleSync', { bring: null });
    expect((await sync()).gaveWay).toBeUndefined();
    expect(await settings()).toMatchObject({ appearance: 'dark', pollSeconds: 30 });
  });

  it('loses nothing of the others where it was changed later', async () => {
    const desk = await openDesk({ chats: 5 });
    await changeElsewhere(desk.clock.now() - DAY, 'dark');
    await desk.ask('saveSettings', { appearance: 'light' });
    await desk.ask('setSync', { isOn: true });
    expect(await carried()).toMatchObject({ settings: { appearance: 'light' } });
    await desk.ask('settleSync', { bring: 'theirs' });
    expect(await carried()).toMatchObject({ settings: { appearance: 'dark' } });
    expect((await settings()).appearance).toBe('dark');
  });
});

describe('what the browser refuses to carry', () => {
  it('is told with its reason, and tried again with the next poll', async () => {
    const desk = await openDesk({ chats: 5 });
    await desk.ask('saveSettings', { appearance: 'dark' });
    const allow = refuse('QUOTA_BYTES quota exceeded');
    await desk.ask('setSync', { isOn: true });
    expect(await sync()).toMatchObject({ isOn: true, trouble: 'QUOTA_BYTES quota exceeded' });
    await desk.poll();
    expect((await sync()).trouble).toBeDefined();
    allow();
    await desk.poll();
    expect((await sync()).trouble).toBeUndefined();
    expect(await carried()).toMatchObject({ settings: { appearance: 'dark' } });
  });

  it('is told no more once it is switched off', async () => {
    const desk = await openDesk({ chats: 5 });
    await desk.ask('saveSettings', { appearance: 'dark' });
    refuse('forbidden by policy');
    await desk.ask('setSync', { isOn: true });
    await desk.ask('setSync', { isOn: false });
    expect((await sync()).trouble).toBeUndefined();
  });
});

describe('settings changed while the browser is asked what it carries', () => {
  it('are not written over by what was changed before them', async () => {
    const desk = await openSynced();
    const before = desk.clock.now();
    desk.clock.advance(10 * SECOND);
    await changeElsewhere(before + SECOND, 'dark');
    whileAsked(() => save(desk, 'light'));
    await desk.happen(({ synced }) => synced());
    expect((await settings()).appearance).toBe('light');
    expect(await carried()).toMatchObject({ settings: { appearance: 'light' } });
  });

  it('are not taken for older than they are', async () => {
    const desk = await openSynced();
    whileAsked(() => save(desk, 'dark'));
    await desk.ask('saveSettings', { appearance: 'light' });
    expect((await settings()).appearance).toBe('dark');
    expect(await carried()).toMatchObject({ settings: { appearance: 'dark' } });
  });
});
