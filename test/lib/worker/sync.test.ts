import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { DEFAULT_SETTINGS } from '../../../lib/settings';
import { ITEMS } from '../../../lib/store/items';
import { loadItem } from '../../../lib/store/local';
import { openDesk } from '../../helpers/desk';

const carried = async () => (await fakeBrowser.storage.sync.get('settings'))['settings'];
const settings = () => loadItem(ITEMS.settings);

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
    await desk.ask('setSync', { isOn: false });
    const before = await carried();
    await desk.ask('saveSettings', { appearance: 'dark' });
    expect(await carried()).toStrictEqual(before);
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
