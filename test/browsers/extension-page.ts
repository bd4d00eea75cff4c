import type { Browser, Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';

import type { Badge } from './companion';
import { eventually } from './eventually';

declare const browser: Extension;

/** A document with the extension's APIs and none of its code: it cannot answer messages for us. */
export const BLANK_PAGE = 'manifest.json';

/** Older Chromiums say `chrome` only; `__name` is what tsx puts into functions it compiles. */
const PREPARE = 'globalThis.browser ??= chrome; globalThis.__name ??= (fn) => fn;';

/** What can be asked of any browser through a page of the extension, opened at the first need. */
export function extensionPage(open: () => Promise<Page>) {
  let opened: Promise<Page> | undefined;
  const prepare = async () => {
    const page = await open();
    await page.evaluate(PREPARE);
    return page;
  };
  const page = () => (opened ??= prepare());
  async function evaluate<Args extends unknown[], Result>(
    fn: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return await (await page()).evaluate(fn as (...args: unknown[]) => Promise<Result>, ...args);
  }
  return {
    page,
    /** The browser has closed it. */
    forget: () => {
      opened = undefined;
    },
    evaluate,
    badge: () => evaluate(readBadge),
    notifications: () => evaluate(async () => Object.keys(await browser.notifications.getAll())),
  };
}

/** `page.url()` stays `about:blank` on Firefox's pages of an extension: each is asked from inside. */
export function openedPage(driven: Browser, url: string): Promise<Page> {
  const find = async () => {
    const there: string[] = [];
    for (const page of await driven.pages()) {
      const found = await page.evaluate('`${document.readyState} ${location.href}`').catch(String);
      if (found === `complete ${url}`) return page;
      there.push(String(found));
    }
    throw new Error(`these are open: ${there.join(', ')}`);
  };
  return eventually(find, { message: `The extension opening ${url}` });
}

async function readBadge(): Promise<Badge> {
  const [text, title, color] = await Promise.all([
    browser.action.getBadgeText({}),
    browser.action.getTitle({}),
    browser.action.getBadgeBackgroundColor({}),
  ]);
  return { text, title, color: [...color] };
}
