import { describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { click, find, namesOf } from './pages/by-role';
import { OptionsPage } from './pages/options';
import type { PopupPage } from './pages/popup';
import { BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

const MANY = 12;
const MOST_KEYS = 14;

describe.each(BROWSERS)('many chats at once in %s', (browser) => {
  const stage = useStage(browser, { chats: 60, seed: 11 });

  test('twelve unread chats are none with a few keys, and all come back, also in the next popup', async () => {
    leaveUnread(stage, MANY);
    const chats = unreadChats(stage);
    await connect(stage);
    const rows = await withPopup(stage, async (popup) => {
      const found = await listed(popup, MANY);
      const keys = ['*', 'e'] as const;
      expect(keys.length).toBeLessThanOrEqual(MOST_KEYS);
      for (const key of keys) await popup.press(key);
      await eventually(() => popup.says('Nothing unread. Nice.'));
      await eventually(() => focusIsIn(popup, '.empty'));
      expect(await popup.notice()).toContain('Archived 12 chats');
      await eventually(() => chats.every(({ isArchived }) => isArchived), { timeoutMs: 20_000 });
      await popup.press('z');
      expect(await listed(popup, MANY)).toEqual(found);
      await eventually(() => focusIsIn(popup, '[data-chat]'));
      await popup.press('m');
      await eventually(async () => (await popup.notice()).includes('Muted'));
      for (const key of keys) await popup.press(key);
      await eventually(() => chats.every(({ isArchived }) => isArchived), { timeoutMs: 20_000 });
      return found;
    });

    await stage.companion.stopWorker();
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.hasButton('Undo'));
      expect(await popup.notice()).toBe('');
      await popup.pressButton('Menu');
      const menu = await find(popup.page, { role: 'menu', name: 'Menu' });
      expect(await namesOf(menu, 'menuitem')).toContain('Undo: Archived 12 chats');
      await popup.press('Escape');
      await popup.press('z');
      await eventually(async () => (await popup.notice()).includes('Undone: Archived 12 chats'));
      await popup.press('z');
      await eventually(async () => (await popup.notice()).includes('Undone: Muted'));
      expect(await listed(popup, MANY)).toEqual(rows);
      await eventually(() => chats.every(({ isArchived }) => !isArchived), { timeoutMs: 20_000 });
    });
  });

  test('what is selected is settled one by one: one that is refused is told, and tried again', async () => {
    await withPopup(stage, async (popup) => {
      const [first = '', second = '', third = ''] = await listed(popup, MANY);
      const chats = [first, second, third].map((name) => chatOf(stage, name));
      const refused = chats[1]?.id;
      await stage.beeper.fault('422', { when: ({ params }) => params.chatID === refused });
      await popup.press('x');
      await popup.page.keyboard.down('Shift');
      await popup.press('j');
      await popup.press('ArrowDown');
      await popup.page.keyboard.up('Shift');
      await eventually(() => popup.says('3 selected'));
      expect(await popup.focused()).toBe(`${third}, selected`);

      await popup.press('e');
      await eventually(async () =>
        (await popup.notice()).startsWith('1 of 3 could not be archived'),
      );
      await eventually(() => popup.row(chats[1]?.title ?? ''));
      expect(chats.map(({ isArchived }) => isArchived)).toEqual([true, false, true]);

      await stage.beeper.heal();
      await popup.pressButton('Try again');
      await eventually(() => chats.every(({ isArchived }) => isArchived));
      await eventually(async () => (await popup.notice()).includes('Archived 3 chats'));
      await popup.pressButton('Undo');
      await listed(popup, MANY);
      await eventually(() => chats.every(({ isArchived }) => !isArchived));
    });
  });

  test('everything read leaves the inbox, and comes back', async () => {
    const inbox = () => primaryChats(stage).length;
    const before = inbox();
    await withPopup(stage, async (popup) => {
      await popup.goTo('Inbox');
      await popup.pressButton('Archive everything read');
      await eventually(() => primaryChats(stage).every(isKept), { timeoutMs: 30_000 });
      expect(inbox()).toBeLessThan(before);
      await popup.press('z');
      await eventually(() => inbox() === before, { timeoutMs: 30_000 });
    });
  });

  test('with single-letter keys switched off, other keys still do everything', async () => {
    await switchSingleKeys(stage);
    stage.beeper.clearRequests();
    await withPopup(stage, async (popup) => {
      const [first = '', second = ''] = await listed(popup, MANY);
      for (const key of ['e', 'j', 'x', '*', '?'] as const) await popup.press(key);
      expect(await popup.focused()).toBe(first);
      await popup.press('F1');
      await eventually(() => popup.says('Single-letter keys are switched off'));
      await popup.press('Escape');
      await popup.press('ArrowDown');
      await eventually(async () => (await popup.focused()) === second);
      const chat = chatOf(stage, second);
      await popup.press('ArrowRight');
      expect(await popup.focused()).toBe(`Select ${chat.title}`);
      await popup.press('ArrowRight');
      expect(await popup.focused()).toBe(`Archive ${chat.title}`);
      expect(stage.beeper.writes()).toEqual([]);
      await popup.press('Enter');
      await eventually(() => chat.isArchived);
    });
    await switchSingleKeys(stage);
  });
});

/** Unread chats of the inbox. */
function unreadChats(stage: Stage) {
  return primaryChats(stage).filter((chat) => chat.unreadCount > 0 || chat.isMarkedUnread);
}

function primaryChats({ beeper }: Stage) {
  return [...beeper.chats.values()].filter((chat) => !chat.isArchived && !chat.isLowPriority);
}

/** All others of the inbox have been read on the phone. */
function leaveUnread(stage: Stage, count: number): void {
  const unread = unreadChats(stage);
  expect(unread.length).toBeGreaterThanOrEqual(count);
  const kept = unread.filter(({ unreadCount, isPinned }) => unreadCount > 0 && !isPinned);
  for (const chat of unread) {
    if (!kept.slice(0, count).includes(chat)) stage.beeper.readElsewhere(chat.id);
  }
}

function isKept(chat: ReturnType<typeof unreadChats>[number]): boolean {
  return chat.isPinned || chat.unreadCount > 0 || chat.isMarkedUnread;
}

/** The rows, once there are so many and the first has the focus. */
function listed(popup: PopupPage, count: number): Promise<string[]> {
  return eventually(
    async () => {
      const rows = await popup.rows();
      return rows.length === count && (await popup.focused()) !== '' ? rows : undefined;
    },
    { message: `${count} chats in the list` },
  );
}

function chatOf({ beeper }: Stage, row: string) {
  const chat = [...beeper.chats.values()].find(({ title }) => row.startsWith(`${title}, `));
  if (!chat) throw new Error(`No chat is called as the row ${row}`);
  return chat;
}

async function switchSingleKeys({ companion }: Stage): Promise<void> {
  const options = await OptionsPage.open(companion);
  const box = { role: 'checkbox', name: 'Single-letter keys' };
  const isOn = async () =>
    (await find(options.page, box)).evaluate((one) => (one as HTMLInputElement).checked);
  await eventually(() => options.canDisconnect());
  const before = await isOn();
  await click(options.page, box);
  await eventually(async () => (await isOn()) !== before);
  await options.close();
}

function focusIsIn({ page }: PopupPage, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);
}
