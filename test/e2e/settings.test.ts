import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ElementHandle, Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { MINUTE } from '@/lib/base/time';
import { settingsFile } from '@/lib/model/settings/file';
import { changeSettings, DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings/settings';
import { withoutIDs } from '@/lib/model/settings/sync';
import type { Companion } from '../browsers/companion';
import { eventually } from '../browsers/eventually';
import { click, exists, find } from './pages/by-role';
import { BROWSERS, useStage } from './stage';

declare const browser: Extension;

const FILE = settingsFile(
  changeSettings(DEFAULT_SETTINGS, { pollSeconds: 120, notify: { chosen: ['!nobody'] } }),
);

function carriedBy(companion: Companion): Promise<string> {
  return companion.evaluate(async () => JSON.stringify(await browser.storage.sync.get()));
}

/** What another browser would have had carried here: these settings, changed later than ours. */
function changeElsewhere(companion: Companion, settings: Settings): Promise<void> {
  const at = Date.now() + MINUTE;
  return companion.evaluate((carried) => browser.storage.sync.set({ settings: carried }), {
    at,
    settings: withoutIDs(settings),
  });
}

describe.each(BROWSERS)('the settings in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'companion-settings-'));
  const stage = useStage(name, { chats: 10, seed: 5 }, { downloads: folder });
  let page: Page;
  beforeAll(async () => {
    page = await stage.companion.openPage('options.html');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const says = (words: string) =>
    eventually(async () => (await page.evaluate(() => document.body.innerText)).includes(words), {
      message: `The page saying "${words}"`,
    });
  const choose = async (text: string) => {
    const path = join(folder, 'chosen.json');
    await writeFile(path, text);
    const field = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(path);
  };
  const stored = (key: string) =>
    stage.companion.evaluate(
      async (item) => JSON.stringify((await browser.storage.local.get(item))[item]),
      key,
    );

  test('are found by a word', async () => {
    const box = await find(page, { name: 'Search settings' });
    await box.type('colours');
    await eventually(async () => !(await exists(page, { role: 'region', name: 'Quiet' })));
    expect(await exists(page, { role: 'region', name: 'Appearance' })).toBe(true);
    await box.type(' xyz');
    await says('No setting has these words.');
    await box.click({ count: 3 });
    await page.keyboard.press('Backspace');
    await find(page, { role: 'region', name: 'Quiet' });
  });

  test('come from a file, which says what does not fit', async () => {
    await choose('{"broken');
    await says('Nothing was changed: this file cannot be read.');
    await choose(FILE);
    await says('Imported.');
    await eventually(async () => (await stored('settings')).includes('"pollSeconds":120'));
  });

  test('go into a file, which holds no token, and come back from it', async () => {
    await click(page, { role: 'button', name: 'Export settings' });
    const downloaded = await eventually(async () => {
      // Firefox writes beside it until all is there.
      const isThere = (await readdir(folder)).join() === 'chosen.json,companion-settings.json';
      return isThere && (await readFile(join(folder, 'companion-settings.json'), 'utf8'));
    });
    expect(downloaded).toBe(FILE);
    expect(downloaded).not.toMatch(/token/i);
    await choose(downloaded.replace('"pollSeconds": 120', '"pollSeconds": 60'));
    await eventually(async () => (await stored('settings')).includes('"pollSeconds":60'));
  });

  test('follow the person only when switched on', async () => {
    expect(await carriedBy(stage.companion)).toBe('{}');
    await click(page, { role: 'checkbox', name: 'Same settings in my other browsers' });
    await eventually(async () => (await carriedBy(stage.companion)).includes('"pollSeconds":60'));
    expect(await carriedBy(stage.companion)).not.toContain('!nobody');
  });
  test('come from another browser, into the page that is open', async () => {
    const morning = () =>
      page.$eval('#hours-morning', (field) => (field as HTMLInputElement).value);
    await page.focus('#hours-morning');
    await page.keyboard.press('ArrowUp');
    await eventually(async () => (await carriedBy(stage.companion)).includes(await morning()));
    expect(await morning()).toBe('10:00');
    await page.focus('input[type=file]');
    const there = {
      reminders: { morning: '06:15', evening: '20:45' },
      appearance: 'dark',
    } as const;
    await changeElsewhere(stage.companion, changeSettings(DEFAULT_SETTINGS, there));
    await eventually(async () => (await morning()) === '06:15', {
      message: 'The page showing the time from the other browser',
    });
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(await stored('settings')).toContain('"evening":"20:45"');
    // What is chosen here stays here.
    expect(await stored('settings')).toContain('!nobody');
  });
});
