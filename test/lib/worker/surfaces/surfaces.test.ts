import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { HOUR, MINUTE } from '@/lib/base/time';
import { readHandoff } from '@/lib/browser/handoff';
import { type Desk, openDesk } from '../../../helpers/desk';
import { menuOf, menuRebuilds } from '../../../helpers/fake-places';
import { addKnownChat } from '../../../helpers/story';
import { travelTo } from '../../../helpers/zone';

afterEach(() => vi.restoreAllMocks());

function press(desk: Desk, id: string, clicked = {}): Promise<void> {
  return desk.happen(({ places }) => places.menuClicked(id, clicked));
}

function command(desk: Desk, name: string): Promise<void> {
  return desk.happen(({ places }) => places.command(name));
}

async function said(desk: Desk, kind: 'done' | 'trouble') {
  return (await desk.notifications()).filter(({ id }) => id.startsWith(kind));
}

function unreadIn({ beeper }: Desk): number {
  return [...beeper.chats.values()].filter(
    ({ unreadCount, isMarkedUnread, isArchived, isLowPriority }) =>
      (unreadCount > 0 || isMarkedUnread) && !isArchived && !isLowPriority,
  ).length;
}

/** What a page that was opened would go on with. */
async function begun() {
  const kept: Record<string, unknown> = await fakeBrowser.storage.session.get(null);
  return Object.entries(kept).flatMap(([key, value]) =>
    key.startsWith('errand:') ? [readHandoff(value)] : [],
  );
}

describe('the menu of the icon', () => {
  it('follows what is going on, and is made anew no more often than it changes', async () => {
    const desk = await openDesk({ chats: 20, isConnected: false });
    await desk.restart();
    expect(menuOf('action')).toStrictEqual(['Settings']);
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.token });
    expect(menuOf('action')).toContain('Mark all as read');
    expect(menuOf('action', 'pause')).not.toContain('End the pause');
    const before = menuRebuilds();
    await desk.poll();
    await desk.restart();
    expect(menuRebuilds()).toBe(before);
    await desk.ask('setQuiet', { wish: 'hour' });
    expect(menuOf('action', 'pause')).toContain('End the pause');
    expect(menuRebuilds()).toBe(before + 1);
  });

  it('is made anew when the browser lets us into its menus again', async () => {
    const desk = await openDesk({ chats: 20 });
    const before = menuRebuilds();
    await desk.happen(({ places }) => places.menusAllowed());
    expect(menuRebuilds()).toBe(before + 1);
    expect(menuOf('action')).toHaveLength(5);
  });

  it('marks all as read, says so, and takes it back after the worker was stopped', async () => {
    const desk = await openDesk({ chats: 30 });
    const unread = unreadIn(desk);
    expect(unread).toBeGreaterThan(2);
    await press(desk, 'readAll');
    expect(unreadIn(desk)).toBe(0);
    const [done] = await said(desk, 'done');
    expect(done?.title).toBe(`Marked ${unread} chats as read`);
    expect(menuOf('action')[0]).toBe(`Undo: Marked ${unread} chats as read`);
    await desk.restart();
    await desk.happen((companion) => companion.notificationButton(done?.id ?? '', 0));
    expect(unreadIn(desk)).toBe(unread);
    expect(await said(desk, 'done')).toStrictEqual([]);
    expect(menuOf('action')[0]).toBe('Refresh');
  });

  it('takes back once, however often it is pressed', async () => {
    const desk = await openDesk({ chats: 30 });
    await command(desk, 'archive-newest');
    const [done] = await said(desk, 'done');
    desk.beeper.clearRequests();
    await press(desk, 'undo');
    await press(desk, 'undo');
    await desk.happen((companion) => companion.notificationButton(done?.id ?? '', 0));
    expect(desk.beeper.requests.filter(({ path }) => path.endsWith('/archive'))).toHaveLength(1);
  });

  it('pauses and ends the pause; for the evening, an hour where there is none ahead', async () => {
    travelTo('UTC');
    const desk = await openDesk({ chats: 3 });
    await press(desk, 'halfHour');
    expect((await desk.status()).quietUntil).toBe(desk.clock.now() + HOUR / 2);
    await press(desk, 'over');
    expect((await desk.status()).quietUntil).toBeUndefined();
    desk.clock.advance(5.5 * HOUR);
    await press(desk, 'evening');
    const until = (await desk.status()).quietUntil ?? 0;
    expect(until - desk.clock.now()).toBe(HOUR);
  });

  it('refreshes, and opens Beeper, or says why it cannot', async () => {
    const desk = await openDesk({ chats: 3 });
    desk.beeper.clearRequests();
    await press(desk, 'refresh');
    expect(desk.beeper.requests.length).toBeGreaterThan(0);
    await press(desk, 'openBeeper');
    expect(desk.beeper.requests.some(({ path }) => path === '/v1/focus')).toBe(true);
    await desk.ask('disconnect', null);
    await press(desk, 'readAll');
    expect((await said(desk, 'trouble'))[0]?.title).toBe('Not connected to Beeper');
  });

  it('does nothing for what it has no entry for', async () => {
    const desk = await openDesk({ chats: 3 });
    await press(desk, 'constructor');
    await press(desk, 'pause');
    await command(desk, 'toString');
    expect(await desk.notifications()).toStrictEqual([]);
  });
});

describe('the keys of the whole browser', () => {
  it('archive the newest unread chat, or say that there is none', async () => {
    const desk = await openDesk({ chats: 0 });
    const old = await addKnownChat(desk, { title: 'Old', unreadCount: 1 });
    desk.clock.advance(MINUTE);
    const fresh = await addKnownChat(desk, { title: 'Fresh', unreadCount: 1 });
    await command(desk, 'archive-newest');
    expect(desk.beeper.chat(fresh.id).isArchived).toBe(true);
    expect(desk.beeper.chat(old.id).isArchived).toBe(false);
    expect((await said(desk, 'done'))[0]?.title).toBe('Archived Fresh');
    desk.clock.advance(MINUTE);
    await command(desk, 'archive-newest');
    desk.clock.advance(MINUTE);
    await command(desk, 'archive-newest');
    expect((await said(desk, 'done')).map(({ title }) => title)).toContain('Nothing unread. Nice.');
  });

  it('pause for an hour, and end the pause', async () => {
    const desk = await openDesk({ chats: 3 });
    await command(desk, 'pause');
    expect((await desk.status()).quietUntil).toBe(desk.clock.now() + HOUR);
    await command(desk, 'pause');
    expect((await desk.status()).quietUntil).toBeUndefined();
  });
});

describe('a page', () => {
  it('is taken to a page of ours, where it is put into a draft below what is begun', async () => {
    const desk = await openDesk({ chats: 0 });
    const opened = vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue({} as never);
    const { id } = await addKnownChat(desk, { title: 'Ada' });
    await press(desk, 'send', { pageUrl: 'https://example.org/', pageTitle: 'A page' });
    const text = 'A page\nhttps://example.org/';
    expect(await begun()).toStrictEqual([{ kind: 'send', text }]);
    expect(JSON.stringify(opened.mock.calls)).not.toContain('example.org');
    await desk.ask('saveDraft', { chatID: id, text: 'Look:', at: 1, from: '', isLeft: false });
    await desk.ask('addToDraft', { chatID: id, text });
    await desk.ask('addToDraft', { chatID: id, text });
    expect(desk.beeper.chat(id).draft).toContain('Look:');
    expect(desk.beeper.requests.filter(({ path }) => path.endsWith('/messages'))).toStrictEqual([]);
  });

  it('of a browser begins nothing', async () => {
    const desk = await openDesk({ chats: 0 });
    await press(desk, 'remind', { pageUrl: 'about:addons' });
    expect(await begun()).toStrictEqual([]);
  });
});

describe('the address bar', () => {
  it('offers known chats, opens one in Beeper, and begins a reminder', async () => {
    const desk = await openDesk({ chats: 0 });
    vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue({} as never);
    const { id } = await addKnownChat(desk, { title: 'Ada' });
    const { lines } = desk.companion.places;
    expect(await lines('ada')).toMatchObject({ offers: [{ offer: { chat: { id } } }] });
    expect(await lines('')).toMatchObject({ offers: [{ offer: { chat: { id } } }] });
    expect((await lines('nobody')).nobody).toBe('No chat is called “nobody”.');
    desk.beeper.clearRequests();
    await desk.happen(({ places }) => places.entered('ada'));
    expect(desk.beeper.requests.some(({ path }) => path === '/v1/focus')).toBe(true);
    await desk.happen(({ places }) => places.entered('ada tomorrow 9'));
    expect(await begun()).toStrictEqual([{ kind: 'remind', chatID: id, words: 'tomorrow 9' }]);
  });

  it('has the popup look for what no chat is called', async () => {
    const desk = await openDesk({ chats: 0 });
    vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue({} as never);
    await desk.happen(({ places }) => places.entered(' annual report '));
    expect(await begun()).toStrictEqual([{ kind: 'find', words: 'annual report' }]);
  });

  it('says so where nobody is connected', async () => {
    const desk = await openDesk({ chats: 0, isConnected: false });
    expect(await desk.companion.places.lines('ada')).toMatchObject({
      standing: 'Not connected to Beeper. Enter opens the settings.',
      offers: [],
    });
  });
});
