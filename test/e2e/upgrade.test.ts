import type { Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { SECOND } from '@/lib/base/time';
import { type Beeper, startBeeper } from '../beeper/server';
import { eventually } from '../browsers/eventually';
import { click } from './pages/by-role';
import { BROWSERS, withPopup } from './stage';
import { databases, leaveBehind, Older, storedByOlder, storedItem } from './upgrade/older';

declare const browser: Extension;

/** Of the recorded world: what was being archived, and what is to be reminded of. */
const ARCHIVED = { id: '!08933b19f1aa9e7:beeper.local', title: 'Maya Lindqvist' };
const REMINDED = { id: '!1fdd1b59e2f5e59:beeper.local', title: 'Family' };

describe.each(BROWSERS)('an older version brought up to date in %s', (name) => {
  let older: Older;
  let beeper: Beeper;
  beforeAll(async () => {
    [older, beeper] = await Promise.all([Older.launch(name), startBeeper({ chats: 30, seed: 9 })]);
    // As it was when it was recorded: Beeper is away, and what was asked for waits.
    await beeper.fault('down');
    const stored = await storedByOlder(beeper);
    const reminders = stored.local['reminders'] as { value: Record<string, { at: number }> };
    const due = reminders.value[REMINDED.id];
    if (!due) throw new Error('Nobody is to be reminded of it');
    due.at = Date.now() + 8 * SECOND;
    await leaveBehind(older.companion, stored);
    await older.update('0.1.1');
  });
  afterAll(() => Promise.all([older?.close(), beeper?.stop()]));

  test('shows every chat while Beeper is still away', async () => {
    await withPopup(older, async (popup) => {
      await eventually(async () => (await popup.foot()).includes('Beeper is not running'));
      await popup.goTo('Inbox');
      await eventually(() => popup.row(REMINDED.title));
      await popup.goTo('Reminders');
      await eventually(() => popup.row(REMINDED.title));
    });
    expect(await older.companion.evaluate(openTabs)).not.toContain('welcome');
    const kept = await databases(older.companion);
    expect(kept).toContain('companion-index');
    expect(kept).not.toContain('companion-chats');
  });

  test('rings the reminder once', async () => {
    await eventually(async () => (await ringing(older)).length === 1, { timeoutMs: 45_000 });
    expect(await ringing(older)).toHaveLength(1);
  });

  test('sends what waited exactly once, and is connected as before', async () => {
    await beeper.heal();
    await withPopup(older, async (popup) => {
      await eventually(() => popup.isFresh(), { timeoutMs: 30_000 });
      await eventually(() => beeper.chat(ARCHIVED.id).isArchived, { timeoutMs: 45_000 });
      await eventually(async () => {
        const outbox = (await storedItem(older.companion, 'outbox')) as Stored<Outbox>;
        return outbox.value.entries.length === 0;
      });
    });
    const sent = beeper.writes().filter(({ path }) => path.includes('archive'));
    expect(sent).toHaveLength(1);
  });

  test('counts as the person has asked it to', async () => {
    const settings = (await storedItem(older.companion, 'settings')) as Stored<object>;
    expect(settings.value).toMatchObject({
      pollSeconds: 120,
      badge: { count: 'chats', includeMuted: true },
    });
    const chats = String(beeper.unread({ muted: true, count: 'chats' }));
    await eventually(async () => (await older.companion.badge()).text === chats);
  });

  test('keeps the token sealed from here on', async () => {
    const connection = JSON.stringify(await storedItem(older.companion, 'connection'));
    expect(connection).not.toContain(beeper.token);
  });

  test('a page left open says that a newer one is ready, and comes back with it', async () => {
    const page = await older.companion.openPage('options.html');
    await older.offer('0.1.2');
    await eventually(async () => (await textIn(page)).includes('Version 0.1.2 is ready'));
    await click(page, { role: 'button', name: 'Update now' });
    const back = await eventually(() => pageSaying(page, 'Updated to 0.1.2'), {
      message: 'The page coming back',
      timeoutMs: 30_000,
    });
    expect(await back.evaluate(() => location.pathname)).toBe('/options.html');
    await eventually(async () => (await textIn(back)).includes('Connected'));
    await back.close();
  });
});

/** Runs in a page of the extension. */
async function openTabs(): Promise<string> {
  const tabs = await browser.tabs.query({});
  return tabs.map(({ url }) => url).join();
}

function textIn(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText).catch(() => '');
}

async function pageSaying(old: Page, words: string): Promise<Page | undefined> {
  for (const page of await old.browser().pages()) {
    if ((await textIn(page)).includes(words)) return page;
  }
  return undefined;
}

async function ringing({ companion }: Older): Promise<string[]> {
  return (await companion.notifications()).filter((shown) => shown.endsWith(REMINDED.id));
}

interface Stored<T> {
  value: T;
}

interface Outbox {
  entries: unknown[];
}
