import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Browser as Extension } from 'webextension-polyfill';

import { escape } from '@/lib/browser/omnibox/describe';
import { eventually } from '../browsers/eventually';
import { click, find } from './pages/by-role';
import { OptionsPage } from './pages/options';
import { PopupPage } from './pages/popup';
import { badgeIsRight, BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

declare const browser: Extension;

const ICON = 'Entries in the menu of the toolbar icon';
const PAGES = 'Entries in the menu of web pages, links and selected text';

/** Which of these the browser's menus hold. */
async function entriesThere({ companion }: Stage, ids: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of ids) if (await companion.evaluate(isEntry, id)) found.push(id);
  return found;
}

/** No browser lists its entries; what is not there cannot be changed. */
async function isEntry(id: string): Promise<boolean> {
  try {
    await browser.contextMenus.update(id, {});
    return true;
  } catch {
    return false;
  }
}

function hasPermission({ companion }: Stage, name: string): Promise<boolean> {
  return companion.evaluate(
    (permission) => browser.permissions.contains({ permissions: [permission] } as never),
    name,
  );
}

/** The page of ours that opened in a window of its own. */
async function openedPage(options: Page): Promise<PopupPage> {
  const isErrand = async () => {
    for (const page of await options.browser().pages()) {
      const address = await page.evaluate('location.href').catch(() => '');
      if (String(address).includes('errand=')) return page;
    }
    return undefined;
  };
  return new PopupPage(await eventually(isErrand, { timeoutMs: 20_000 }));
}

/** By keys alone: the field has the focus from the beginning. */
async function pick(popup: PopupPage, words: string, title: string): Promise<void> {
  await find(popup.page, { role: 'combobox', name: 'Find a chat' });
  await eventually(async () => (await popup.focused()) === 'Find a chat');
  await popup.page.keyboard.type(words);
  await eventually(() => popup.says(title));
  await popup.press('Enter');
}

function doneIn({ companion }: Stage): Promise<string> {
  const shown = async () => (await companion.notifications()).find((id) => id.startsWith('done:'));
  return eventually(shown, { message: 'The notification of what was done', timeoutMs: 20_000 });
}

function shownBeside(): string | undefined {
  const views = browser.extension.getViews();
  return views.find(({ location }) => location.search.includes('place=panel'))?.document.body
    .innerText;
}

/** The names of buttons that lie beyond the edge; `undefined` while there is nothing to see. */
function cutOffBeside(): string[] | undefined {
  const views = browser.extension.getViews();
  const view = views.find(({ location }) => location.search.includes('place=panel'));
  const buttons = [...(view?.document.querySelectorAll('.head button') ?? [])];
  if (!view?.innerWidth || buttons.length === 0) return undefined;
  return buttons
    .filter((button) => button.getBoundingClientRect().right > view.innerWidth)
    .map((button) => button.ariaLabel ?? '');
}

async function describeFirst(description: string): Promise<string> {
  try {
    // A promise in Chromium, which no type of ours says.
    await (browser.omnibox.setDefaultSuggestion({ description }) as unknown as Promise<void>);
    return 'taken';
  } catch (error) {
    return String(error);
  }
}

describe.each(BROWSERS)("the browser's own places in %s", (name) => {
  const stage = useStage(name, { chats: 20, seed: 5 });

  test('have entries once a switch asks for them, and no permission before', async () => {
    await connect(stage);
    const isAsked = name === 'chromium';
    expect(await hasPermission(stage, 'contextMenus')).toBe(!isAsked);
    expect(await hasPermission(stage, 'activeTab')).toBe(false);
    const options = await OptionsPage.open(stage.companion);
    if (isAsked) await click(options.page, { role: 'checkbox', name: ICON });
    await eventually(() => hasPermission(stage, 'contextMenus'));
    await eventually(
      async () => (await entriesThere(stage, ['readAll', 'send'])).join() === 'readAll',
    );
    await click(options.page, { role: 'checkbox', name: PAGES });
    await eventually(async () => (await entriesThere(stage, ['readAll', 'send'])).length === 2);
    expect(await hasPermission(stage, 'activeTab')).toBe(true);
    await options.close();
  });

  test('mark all as read, and take it back, also once the worker was stopped', async () => {
    await badgeIsRight(stage);
    const before = stage.beeper.unread();
    await stage.companion.pressEntry('readAll');
    await eventually(() => stage.beeper.unread() === 0, { timeoutMs: 20_000 });
    const done = await doneIn(stage);
    await badgeIsRight(stage);
    await stage.companion.stopWorker();
    await stage.companion.clickNotification(done, name === 'chromium' ? 0 : undefined);
    await eventually(() => stage.beeper.unread() > 0, { timeoutMs: 20_000 });
    expect(before).toBeGreaterThan(0);
    await eventually(async () => !(await stage.companion.notifications()).includes(done));
  });

  test('ask anew, pause, take back, and lead to Beeper and the settings', async () => {
    stage.beeper.clearRequests();
    await stage.companion.pressEntry('refresh');
    const isAsked = () => stage.beeper.requests.some(({ path }) => path.startsWith('/v1/chats'));
    await eventually(isAsked, { message: 'Beeper being asked' });
    const { id, title } = stage.beeper.addChat({ title: 'Taken back', unreadCount: 1 });
    await withPopup(stage, async (popup) => {
      await stage.companion.pressEntry('hour');
      await eventually(async () => (await popup.foot()).includes('Quiet until'));
      await stage.companion.pressEntry('over');
      await eventually(async () => !(await popup.foot()).includes('Quiet until'));
      await eventually(() => popup.row(title), { timeoutMs: 20_000 });
      await popup.pressButton(`Archive ${title}`);
      await eventually(() => stage.beeper.chat(id).isArchived, { timeoutMs: 20_000 });
      await eventually(async () => (await entriesThere(stage, ['undo'])).length === 1);
      await stage.companion.pressEntry('undo');
      await eventually(() => !stage.beeper.chat(id).isArchived, { timeoutMs: 20_000 });
    });
    stage.beeper.clearRequests();
    await stage.companion.pressEntry('openBeeper');
    await eventually(() => stage.beeper.requests.some(({ path }) => path === '/v1/focus'));
    await stage.companion.pressEntry('settings');
    const settings = await stage.companion.openedPage('options.html');
    await settings.close();
  });

  test('archive the newest unread chat and pause by keys of the whole browser', async () => {
    const chat = stage.beeper.addChat({ title: 'Newest of all', unreadCount: 1 });
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.row(chat.title), { timeoutMs: 20_000 });
      await stage.companion.pressCommand('archive-newest');
      await eventually(() => stage.beeper.chat(chat.id).isArchived, { timeoutMs: 20_000 });
      await stage.companion.pressCommand('pause');
      await eventually(async () => (await popup.foot()).includes('Quiet until'));
      await stage.companion.pressCommand('pause');
      await eventually(async () => !(await popup.foot()).includes('Quiet until'));
    });
  });

  test('put what is selected into the draft of a chat, and send nothing', async () => {
    const chat = stage.beeper.addChat({ title: 'Ada Lovelace', type: 'single', unreadCount: 1 });
    const options = await OptionsPage.open(stage.companion);
    stage.beeper.clearRequests();
    const clicked = { pageUrl: 'https://example.org/a', selectionText: 'A fine sentence' };
    await stage.companion.pressEntry('send', clicked);
    const popup = await openedPage(options.page);
    await pick(popup, 'lovelace', chat.title);
    await eventually(() => popup.says('Nothing is sent until you press Send'));
    const draft = await eventually(() => stage.beeper.chat(chat.id).draft, { timeoutMs: 20_000 });
    expect(draft).toContain('A fine sentence');
    expect(draft).toContain('https://example.org/a');
    const sent = stage.beeper.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    );
    expect(sent).toEqual([]);
    await popup.close();
    await options.close();
  });

  test('remind of a page together with a chat, whose draft then has its address', async () => {
    const chat = stage.beeper.addChat({ title: 'Grace Hopper', type: 'single', unreadCount: 1 });
    const options = await OptionsPage.open(stage.companion);
    await stage.companion.pressEntry('remind', { pageUrl: 'https://example.org/compilers' });
    const popup = await openedPage(options.page);
    await pick(popup, 'hopper', chat.title);
    await popup.choose('In 1 hour');
    await eventually(() => stage.beeper.chat(chat.id).reminder, { timeoutMs: 20_000 });
    const hasAddress = () =>
      stage.beeper.chat(chat.id).draft?.includes('https://example.org/compilers');
    await eventually(hasAddress, { timeoutMs: 20_000 });
    expect(await popup.notice()).toContain(`Reminder for ${chat.title} set`);
    await popup.close();
    await options.close();
  });

  test('open a chat from the address bar, and set a reminder that can be taken back', async () => {
    const chat = stage.beeper.addChat({ title: 'Zo\u00eb <b>&', type: 'single', unreadCount: 1 });
    await withPopup(stage, async (list) => {
      await eventually(() => list.row(chat.title), { timeoutMs: 20_000 });
      stage.beeper.clearRequests();
      await stage.companion.enterInAddressBar('zoe');
      await eventually(() => stage.beeper.requests.some(({ path }) => path === '/v1/focus'));
      await stage.companion.enterInAddressBar('zoe in 2 hours');
      const popup = await openedPage(list.page);
      await eventually(() => stage.beeper.chat(chat.id).reminder, { timeoutMs: 20_000 });
      expect(await popup.notice()).toContain(`Reminder for ${chat.title} set`);
      await popup.pressButton('Undo');
      await eventually(() => !stage.beeper.chat(chat.id).reminder, { timeoutMs: 20_000 });
      await popup.close();
    });
  });

  test('show the popup beside the web page, whole also where that is narrow', async () => {
    const popup = await PopupPage.open(stage.companion);
    const [title = ''] = (await eventually(() => popup.rows())).map((row) => row.split(',')[0]);
    await popup.pressButton('Menu');
    const beside = name === 'chromium' ? 'Open in the side panel' : 'Open in the sidebar';
    await click(popup.page, { role: 'menuitem', name: beside });
    await eventually(async () => (await stage.companion.evaluate(shownBeside))?.includes(title));
    // It is written before it has a width, which then grows to that of the panel and no further.
    const isWhole = async () => (await stage.companion.evaluate(cutOffBeside))?.length === 0;
    await eventually(isWhole, { message: 'No button being cut off' });
  });

  test.runIf(name === 'chromium')('offer hostile names in a way the browser takes', async () => {
    const title = `</match><url>x</url> & "'\u0000\u202E\uFFFE\uD800 ${'ß'.repeat(200)}`;
    const description = `<match>${escape(title)}</match>`;
    expect(await stage.companion.evaluate(describeFirst, description)).toBe('taken');
    // What is not escaped is refused, or this test would show nothing.
    expect(await stage.companion.evaluate(describeFirst, `<match>${title}</match>`)).not.toBe(
      'taken',
    );
  });
});
