import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import type { OwnPage } from '@/lib/browser/own-pages';
import { GREETED } from '@/lib/storage/items';
import { saveItems, writeOf } from '@/lib/storage/local';
import { openDesk } from '../../../helpers/desk';

/** A browser with a newer version, and the pages of ours that are open. */
function aBrowser(pages: OwnPage[] = []) {
  const seen = { version: '1.0.0', pages, opened: [] as string[], reloads: 0 };
  const updating = {
    version: () => seen.version,
    pages: () => Promise.resolve(seen.pages),
    open: async (path: string) => void seen.opened.push(path),
    reload: () => void (seen.reloads += 1),
  };
  return { seen, updating };
}

const TAB: OwnPage = { path: '/popup.html?place=tab', isTab: true };
const POPUP: OwnPage = { path: '/popup.html', isTab: false };
const NEWER = { version: '1.1.0' };

describe('a newer version', () => {
  it('is put in at once where nobody looks', async () => {
    const { seen, updating } = aBrowser();
    const desk = await openDesk({ chats: 5, updating });
    await desk.happen(({ updateAvailable }) => updateAvailable(NEWER));
    expect(seen.reloads).toBe(1);
  });

  it('waits while a page is open, though the worker is stopped meanwhile', async () => {
    const { seen, updating } = aBrowser([POPUP]);
    const desk = await openDesk({ chats: 5, updating });
    await desk.happen(({ updateAvailable }) => updateAvailable(NEWER));
    await desk.restart();
    await desk.happen(({ alarm }) => alarm('update'));
    expect(seen.reloads).toBe(0);
    expect(await fakeBrowser.alarms.get('update')).toMatchObject({ periodInMinutes: 1 });
    seen.pages = [];
    await desk.happen(({ alarm }) => alarm('update'));
    expect(seen.reloads).toBe(1);
  });

  it('that is asked for comes with its pages, which come back once', async () => {
    const { seen, updating } = aBrowser([TAB, POPUP]);
    const desk = await openDesk({ chats: 5, updating });
    await desk.happen(({ updateAvailable }) => updateAvailable(NEWER));
    await desk.ask('applyUpdate', null);
    expect(seen.reloads).toBe(1);
    seen.version = NEWER.version;
    await desk.restart();
    await desk.restart();
    expect(seen.opened).toStrictEqual(['/popup.html?place=tab#updated']);
    expect(await fakeBrowser.alarms.get('update')).toBeFalsy();
  });

  it('that the browser does not put in after all is not tried again by itself', async () => {
    const { seen, updating } = aBrowser();
    const desk = await openDesk({ chats: 5, updating });
    await desk.happen(({ updateAvailable }) => updateAvailable(NEWER));
    await desk.restart();
    await desk.happen(({ alarm }) => alarm('update'));
    expect([seen.reloads, seen.opened]).toStrictEqual([1, []]);
  });

  it('that came with a start of the browser is forgotten', async () => {
    const { seen, updating } = aBrowser([POPUP]);
    const desk = await openDesk({ chats: 5, updating });
    await desk.happen(({ updateAvailable }) => updateAvailable(NEWER));
    seen.version = NEWER.version;
    await desk.restart();
    seen.pages = [];
    await desk.happen(({ alarm }) => alarm('update'));
    expect(seen.reloads).toBe(0);
  });

  it('nobody has is not put in, whoever asks', async () => {
    const { seen, updating } = aBrowser();
    const desk = await openDesk({ chats: 5, updating });
    await desk.ask('applyUpdate', null);
    expect(seen.reloads).toBe(0);
  });
});

describe('the page for whoever is new', () => {
  it.each<[string, OwnPage[], string[]]>([
    ['opens with the first worker there is', [], ['/welcome.html']],
    ['stays away where a page of ours is open already', [TAB], []],
  ])('%s, and with no other', async (_what, pages, opened) => {
    const { seen, updating } = aBrowser(pages);
    const desk = await openDesk({ chats: 5, updating, isConnected: false });
    await desk.happen(({ wake }) => wake());
    seen.pages = [];
    await desk.restart();
    expect(seen.opened).toStrictEqual(opened);
  });

  it('that could not be opened is opened by the next worker', async () => {
    const { seen, updating } = aBrowser();
    const open = vi.fn<(path: string) => Promise<void>>(updating.open);
    open.mockRejectedValueOnce(new Error('No window'));
    const desk = await openDesk({ chats: 5, updating: { ...updating, open }, isConnected: false });
    await desk.happen(({ wake }) => wake());
    expect(seen.opened).toStrictEqual([]);
    await desk.restart();
    await desk.restart();
    expect(seen.opened).toStrictEqual(['/welcome.html']);
  });

  it('stays away from whoever was connected before there was such a page', async () => {
    const { seen, updating } = aBrowser();
    const desk = await openDesk({ chats: 5, updating });
    await saveItems([writeOf(GREETED, false)]);
    await desk.restart();
    expect(seen.opened).toStrictEqual([]);
  });
});
