import type { Page } from 'puppeteer-core';

import { press } from './scene';

/** Waits for the list as it can be acted on. */
export const rows = (page: Page) => page.waitForSelector('.row .actions');

export async function turnTo(page: Page, tab: 'inbox' | 'reminders' | 'archive'): Promise<void> {
  await rows(page);
  await page.click(`#tab-${tab}`);
  await page.waitForSelector(`[aria-labelledby=tab-${tab}]`);
}

export async function open(page: Page, button: string, opened: string): Promise<void> {
  await rows(page);
  await page.click(button);
  await page.waitForSelector(opened);
}

export type Keys = Parameters<typeof press>[1][];

export async function opens(page: Page, opened: string, ...keys: Keys): Promise<void> {
  await press(page, ...keys);
  await page.waitForSelector(opened);
}
