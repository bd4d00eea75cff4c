import type { Page } from 'puppeteer-core';

import { eventually } from './eventually';

/** Reloads a page in either browser: Firefox never tells Puppeteer that our pages have loaded. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate('globalThis.isStale = true; setTimeout(() => location.reload())');
  await eventually(
    () => page.evaluate('!globalThis.isStale && document.readyState === "complete"'),
    {
      message: 'The page having reloaded',
    },
  );
}
