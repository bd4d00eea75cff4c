import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { emulateMedia } from '../browsers/media';
import { OptionsPage } from './pages/options';
import { connect, unreadChat, useStage, withPopup } from './stage';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.each([
  ['light', false],
  ['dark', true],
])('accessibility in a %s browser', (_scheme, dark) => {
  const stage = useStage('chromium', { chats: 40, seed: 6 });

  const problems = async (page: Page) => {
    await emulateMedia(page, { dark, reducedMotion: true });
    await page.evaluate(AXE);
    const results = (await page.evaluate('axe.run()')) as AxeResults;
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  };

  test('nothing is wrong before it is connected', async () => {
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.hasHeading('Connect to Beeper'));
      expect(await problems(popup.page)).toEqual([]);
    });
    const options = await OptionsPage.open(stage.companion);
    await eventually(async () => (await options.status()).includes('Not connected'));
    expect(await problems(options.page)).toEqual([]);
    await options.close();
  });

  test('nothing is wrong in the lists, the menu, the keys and the settings', async () => {
    await connect(stage);
    const { title } = unreadChat(stage);
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.row(title));
      expect(await problems(popup.page)).toEqual([]);
      await popup.press('x');
      await eventually(() => popup.says('1 selected'));
      expect(await problems(popup.page)).toEqual([]);
      await popup.press('Escape');
      await popup.openMenu(title);
      expect(await problems(popup.page)).toEqual([]);
      await popup.choose('Pick a time');
      expect(await problems(popup.page)).toEqual([]);
      await popup.press('Escape');
      for (const tab of ['Inbox', 'Reminders', 'Archive'] as const) {
        await popup.goTo(tab);
        expect(await problems(popup.page)).toEqual([]);
      }
      await popup.search('no chat is called so');
      await eventually(() => popup.says('No chat is called'));
      expect(await problems(popup.page)).toEqual([]);
      await popup.press('Escape');
      await popup.press('?');
      expect(await problems(popup.page)).toEqual([]);
    });
    const options = await OptionsPage.open(stage.companion);
    await eventually(() => options.canDisconnect());
    expect(await problems(options.page)).toEqual([]);
    await options.close();
  });

  test('nothing is wrong while Beeper is away', async () => {
    await stage.beeper.fault('down');
    const { title } = unreadChat(stage);
    await withPopup(stage, async (popup) => {
      await popup.pressButton(`Archive ${title}`);
      await eventually(async () => (await popup.notice()).includes('Beeper is not running'));
      expect(await problems(popup.page)).toEqual([]);
    });
  });
});
