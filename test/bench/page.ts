import type { Browser, Page } from 'puppeteer-core';

/** `__name` is what tsx puts into functions it compiles. */
export const PREPARE = 'globalThis.__name ??= (fn) => fn;';

/** A tab in front; the watch runs in it before anything of its own does. */
export async function openTab(browser: Browser, url: string, watch?: () => void): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(PREPARE);
  if (watch) await page.evaluateOnNewDocument(watch);
  await page.goto(url, { waitUntil: 'load' });
  return page;
}
