import { readdir } from 'node:fs/promises';

import type { Browser } from 'puppeteer-core';

import type { BrowserName, Companion } from './companion';
import { showAlertsNowhere } from './firefox-inside';
import { closeWelcome, install } from './installed';
import { openBrowser, type BrowserOptions } from './open-browser';
import { privileged } from './privileged';

export interface LaunchOptions extends BrowserOptions {
  /** The built extension; by default what `npm run build` wrote for this browser. */
  extension?: string;
  /** Leaves open the page that a first installation shows. */
  keepsWelcome?: boolean;
}

/** The extension in a browser of its own, which is closed with it. */
export async function launchCompanion(
  name: BrowserName,
  options: LaunchOptions = {},
): Promise<Companion> {
  const isFirst = await isFresh(options.profile);
  const browser = await launchBrowser(name, options);
  return orClose(browser, async () => {
    const companion = await install(browser, name, options.extension);
    if (isFirst && !options.keepsWelcome) await closeWelcome(companion);
    return companion;
  });
}

export function launchChromium(options?: LaunchOptions): Promise<Companion> {
  return launchCompanion('chromium', options);
}

export function launchFirefox(options?: LaunchOptions): Promise<Companion> {
  return launchCompanion('firefox', options);
}

/** A browser without any extension, in which notifications can be seen. */
export async function launchBrowser(name: BrowserName, options: BrowserOptions): Promise<Browser> {
  const browser = await openBrowser(name, options);
  const isBlind = name === 'firefox' && options.headless !== false;
  return orClose(browser, async () => {
    if (isBlind) await privileged(browser, showAlertsNowhere);
    return browser;
  });
}

/** Leaves no browser behind when something fails. */
export async function orClose<T>(browser: Browser, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The extension has never been in it. */
async function isFresh(profile: string | undefined): Promise<boolean> {
  if (!profile) return true;
  return (await readdir(profile).catch(() => [])).length === 0;
}
