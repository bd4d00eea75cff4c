import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Beeper, startBeeper } from '../beeper/server';
import type { Companion } from '../browsers/companion';
import { eventually } from '../browsers/eventually';
import { lendCompanion } from '../browsers/lend';
import { click, exists, find } from './pages/by-role';
import { OptionsPage } from './pages/options';
import { PopupPage } from './pages/popup';
import { badgeIsRight, BROWSERS } from './stage';

const looksForBeeper = (text: string) => /Looking|found on this computer|No Beeper/.test(text);

describe.each(BROWSERS)('the first five minutes in %s', (name) => {
  let companion: Companion;
  let beeper: Beeper;
  let page: Page;
  beforeAll(async () => {
    [companion, beeper] = await Promise.all([
      lendCompanion(name, { keepsWelcome: true }),
      startBeeper({ chats: 20, seed: 5 }),
    ]);
    page = await companion.openedPage('welcome.html');
    await page.bringToFront();
  });
  afterAll(() => Promise.all([companion?.close(), beeper?.stop()]));

  test('begin with a page that looks for Beeper and shows the way to the toolbar', async () => {
    await find(page, { role: 'heading', name: 'Welcome to Companion for Beeper' });
    await find(page, { role: 'button', name: 'Connect with Beeper' });
    await eventually(async () =>
      looksForBeeper(await page.evaluate(() => document.body.innerText)),
    );
    await find(page, { role: 'heading', name: 'Keep the icon in sight' });
    const way = name === 'firefox' ? 'Pin to Toolbar' : 'then the pin beside';
    expect(await page.evaluate(() => document.body.innerText)).toContain(way);
  });

  test('let a person try made-up chats, of which Beeper hears nothing', async () => {
    await click(page, { role: 'link', name: 'Try it with made-up chats' });
    const demo = new PopupPage(page);
    await eventually(() => demo.row('Maya'));
    await demo.pressButton('Archive Maya');
    await eventually(async () => (await demo.notice()).includes('Archived Maya'));
    await eventually(async () => (await demo.row('Maya')) === undefined);
    await demo.pressButton('Undo');
    await eventually(() => demo.row('Maya'));
    await demo.openMenu('Noor');
    await demo.choose('Tomorrow');
    await demo.goTo('Reminders');
    await eventually(() => demo.row('Noor'));
    expect(beeper.requests).toHaveLength(0);
    await click(page, { role: 'link', name: 'Back' });
    await find(page, { role: 'heading', name: 'Welcome to Companion for Beeper' });
  });

  test('connect, and lead to the chats', async () => {
    await eventually(async () => !(await new PopupPage(page).says('Looking for Beeper')));
    // Folded away from all who connect with one click, unless another test is at Beeper's own ports.
    if (!(await page.$('details[open]'))) await page.click('summary');
    const options = new OptionsPage(page);
    await options.connect({ address: beeper.url, token: beeper.token });
    await find(page, { role: 'button', name: 'Open your chats' });
    expect(await exists(page, { role: 'button', name: 'Save token' })).toBe(false);
    await badgeIsRight({ companion, beeper });
  });

  test('end with the keys', async () => {
    await find(page, { role: 'heading', name: 'Keyboard shortcuts' });
    expect(await exists(page, { role: 'heading', name: 'Toolbar number' })).toBe(false);
  });
});
