import { setTimeout as pause } from 'node:timers/promises';

import type { Page } from 'puppeteer-core';

const STILL_MS = 400;

/** They come after the words, a few at a time: until no more have come for a moment. */
export async function picturesAreThere(page: Page): Promise<void> {
  const count = () => page.$$eval('.avatar img', (all) => all.length);
  for (let before = -1, now = await count(); before !== now; now = await count()) {
    before = now;
    await pause(STILL_MS);
  }
}
