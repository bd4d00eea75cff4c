import type { Browser, Page } from 'puppeteer-core';

import { createLife } from '../beeper/life';
import type { Beeper } from '../beeper/server';
import type { Companion } from '../browsers/companion';
import { OptionsPage } from '../e2e/pages/options';
import { PopupPage } from '../e2e/pages/popup';
import { says } from './check';
import type { Ends } from './ends';
import { say, sayHappening } from './say';
import { watchBadge } from './watch-badge';

const LIFE_EVERY_MS = 8000;

export interface LiveDemo {
  beeper: Beeper;
  companion: Companion;
  ends: Ends;
}

/** Connects as a person would, shows the popup, lets life go on; over when the window is closed. */
export async function live({ beeper, companion, ends }: LiveDemo): Promise<void> {
  const options = await OptionsPage.open(companion);
  const browser = options.page.browser();
  const closed = windowClosed(browser);
  await closeBlankTabs(browser);
  await options.connect({ address: beeper.url, token: beeper.token });
  await says({ what: 'the settings', wanted: 'Connected', seen: () => options.status() });
  await PopupPage.open(companion);
  tellWhatToDo(beeper);
  const life = createLife(beeper, { seed: Date.now(), log: sayHappening });
  ends.add(() => life.stop());
  ends.add(watchBadge(browser, companion.origin));
  life.start(LIFE_EVERY_MS);
  await closed;
  say('The window is closed.');
}

function tellWhatToDo({ token }: Beeper): void {
  say('The popup is open in a tab. The toolbar button shows the number: pin it to see it');
  say('(puzzle piece, then the pin beside Companion for Beeper).');
  say(`Life goes on every ${LIFE_EVERY_MS / 1000} s. The token, to connect anew: ${token}`);
  say('Close the window or press Ctrl-C to end it all.\n');
}

/** No tab left, or no browser: where programs outlive their windows only the first happens. */
function windowClosed(browser: Browser): Promise<void> {
  return new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    browser.on('targetdestroyed', () => {
      if (!browser.targets().some((target) => target.type() === 'page')) resolve();
    });
  });
}

async function closeBlankTabs(browser: Browser): Promise<void> {
  const pages = await browser.pages();
  const blank = pages.filter((page: Page) => page.url() === 'about:blank');
  await Promise.all(blank.map((page) => page.close()));
}
