import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ElementHandle, Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { changeSettings, DEFAULT_SETTINGS } from '../../lib/settings';
import { settingsFile } from '../../lib/settings-file';
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

describe.each(BROWSERS)('the settings in %s', (name) => {
  const stage = useStage(name, { chats: 10, seed: 5 });
  let folder: string;
  let page: Page;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'companion-settings-'));
    page = await stage.companion.openPage('options.html');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const says = (words: string) =>
    eventually(async () => (await page.evaluate(() => document.body.innerText)).includes(words), {
      message: `The page saying "${words}"`,
    });
  const choose = async (text: string) => {
    const path = join(folder, 'settings.json');
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

  test('follow the person only when switched on', async () => {
    expect(await carriedBy(stage.companion)).toBe('{}');
    await click(page, { role: 'checkbox', name: 'Same settings in my other browsers' });
    await eventually(async () => (await carriedBy(stage.companion)).includes('"pollSeconds":120'));
    expect(await carriedBy(stage.companion)).not.toContain('!nobody');
  });
});
