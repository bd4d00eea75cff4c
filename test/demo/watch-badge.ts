import type { Browser, Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';

import { sayBadge } from './say';

declare const chrome: Extension;

const EVERY_MS = 1000;

/** Says each change of the badge. Asks a page that is open anyway: the window is the person's. */
export function watchBadge(browser: Browser, origin: string): () => void {
  let last: string | undefined;
  const look = async () => {
    const pages = await browser.pages();
    const page = pages.find((one) => one.url().startsWith(origin));
    const badge = page && (await readBadge(page));
    if (!badge || badge.text === last) return;
    last = badge.text;
    sayBadge(badge, badge.title.split('\n')[0] ?? '');
  };
  // A page may close while it is asked; the next look finds another one, or none.
  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS);
  return () => clearInterval(timer);
}

function readBadge(page: Page) {
  return page.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
    color: [...(await chrome.action.getBadgeBackgroundColor({}))],
  }));
}
