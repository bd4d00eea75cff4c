import type { Browser } from 'puppeteer-core';

import type { BrowserName } from './companion';
import { forgetEverything, uninstallAll } from './firefox-inside';
import { privileged } from './privileged';

/** Makes a browser as new: no extension is in it, and one empty page is open. */
export async function empty(browser: Browser, name: BrowserName): Promise<void> {
  const blank = await browser.newPage();
  for (const page of await browser.pages()) if (page !== blank) await page.close();
  if (name === 'firefox') {
    await privileged(browser, uninstallAll);
    await privileged(browser, forgetEverything);
    return;
  }
  for (const id of (await browser.extensions()).keys()) await browser.uninstallExtension(id);
  await browser.deleteCookie(...(await browser.cookies()));
}
