import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import type { Browser } from 'puppeteer-core';

import { chromiumCompanion } from './chromium';
import type { BrowserName, Companion } from './companion';
import { firefoxCompanion } from './firefox';
import { nameOrigin } from './firefox-inside';
import { privileged } from './privileged';

const BUILT: Record<BrowserName, string> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

/** Puts the extension into a browser: what lies in a folder, by default what was built for it. */
export async function install(
  browser: Browser,
  name: BrowserName,
  extension = BUILT[name],
): Promise<Companion> {
  const folder = resolve(extension);
  if (name === 'chromium') {
    return chromiumCompanion(browser, { id: await browser.installExtension(folder), folder });
  }
  const [id, uuid] = [await geckoId(extension), randomUUID()];
  // A UUID known beforehand is the only way to learn the address of the extension's pages.
  await privileged(browser, nameOrigin, id, uuid);
  await browser.installExtension(folder);
  return firefoxCompanion(browser, { id, uuid, folder });
}

/** Closes the page that a first installation shows: it would stand in front of what is looked at. */
export async function closeWelcome(companion: Companion): Promise<void> {
  const welcome = await companion.openedPage('welcome.html');
  await welcome.close();
}

async function geckoId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}
