import type { Browser } from 'puppeteer-core';

import type { BrowserName, Companion } from './companion';
import { empty } from './emptied';
import { closeWelcome, install } from './installed';
import { launchBrowser, orClose } from './launch';

/** Starting a browser is more work than most tests: those that were given back are lent again. */
type Kept = Map<BrowserName, Browser>;

declare global {
  /** Of this process, and of all test files that run in it. */
  var keptBrowsers: Kept | undefined;
}

/** From here on browsers are kept, until `closeKept`. */
export function keepBrowsers(): void {
  globalThis.keptBrowsers ??= new Map();
}

export async function closeKept(): Promise<void> {
  const kept = globalThis.keptBrowsers;
  globalThis.keptBrowsers = undefined;
  await Promise.all([...(kept?.values() ?? [])].map((browser) => browser.close()));
}

/** The extension, newly installed; closing the companion gives its browser back, without it. */
export async function lendCompanion(
  name: BrowserName,
  { keepsWelcome = false } = {},
): Promise<Companion> {
  const browser = takeKept(name) ?? (await launchBrowser(name, {}));
  return orClose(browser, async () => {
    const companion = await install(browser, name);
    if (!keepsWelcome) await closeWelcome(companion);
    return { ...companion, close: () => giveBack(browser, name) };
  });
}

function takeKept(name: BrowserName): Browser | undefined {
  const browser = globalThis.keptBrowsers?.get(name);
  globalThis.keptBrowsers?.delete(name);
  return browser?.connected ? browser : undefined;
}

/** What cannot be emptied is not lent again. */
async function giveBack(browser: Browser, name: BrowserName): Promise<void> {
  const kept = globalThis.keptBrowsers;
  const isKept = kept !== undefined && !kept.has(name) && (await isEmptied(browser, name));
  if (isKept) kept.set(name, browser);
  else await browser.close();
}

async function isEmptied(browser: Browser, name: BrowserName): Promise<boolean> {
  try {
    await empty(browser, name);
    return true;
  } catch (error) {
    console.warn(`${name} could not be emptied and is not used again:`, error);
    return false;
  }
}
