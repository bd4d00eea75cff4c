import type { Browser, Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';

import type { Companion } from './companion';
import { eventually } from './eventually';
import { BLANK_PAGE, extensionPage, openedPage } from './extension-page';
import {
  backgroundState,
  clickAlert,
  closeTabsAt,
  offerUpgrade,
  openTab,
  overview,
  terminateBackground,
} from './firefox-inside';
import { enterInAddressBar, pressCommand, pressEntry } from './firefox-places';
import { privileged } from './privileged';

export interface FirefoxExtension {
  id: string;
  uuid: string;
  folder: string;
}

export function firefoxCompanion(
  browser: Browser,
  { id, uuid, folder }: FirefoxExtension,
): Companion {
  const origin = `moz-extension://${uuid}`;
  const open = (path: string, inBackground: boolean) =>
    openPage(browser, { url: `${origin}/${path}`, inBackground });
  /**
   * Now and then a tab that the extension opened is there, and Puppeteer never hears of it: seen once
   * in some 300 starts. Firefox itself must have it.
   */
  const openAnew = async (path: string, cause: Error) => {
    const seen = await privileged(browser, overview, id);
    const wasThere = await privileged(browser, closeTabsAt, `${origin}/${path}`);
    if (!wasThere) throw new Error(`${cause.message}; ${seen}`, { cause });
    return open(path, false);
  };
  const { page: _page, forget, ...shared } = extensionPage(() => open(BLANK_PAGE, true));

  return {
    ...shared,
    browserName: 'firefox',
    origin,
    openPage: (path) => open(path, false),
    clickNotification: (notification) => privileged(browser, clickAlert, notification),
    pressEntry: (entry, { pageUrl = '', selectionText = '' } = {}) =>
      privileged(browser, pressEntry, id, entry, pageUrl, selectionText),
    async pressCommand(name) {
      const shortcut = await shared.evaluate(shortcutOf, name);
      await privileged(browser, pressCommand, shortcut.split('+').at(-1) ?? '');
    },
    enterInAddressBar: (words) => privileged(browser, enterInAddressBar, `bp ${words}`),
    async stopWorker() {
      const state = await privileged(browser, terminateBackground, id);
      if (state === 'running') throw new Error('The background goes on running');
    },
    isWorkerRunning: async () => (await privileged(browser, backgroundState, id)) === 'running',
    async reinstall() {
      await browser.installExtension(folder);
      forget();
    },
    offerUpdate: (version) => privileged(browser, offerUpgrade, { id, version, folder }),
    openedPage: (path) =>
      openedPage(browser, `${origin}/${path}`).catch((cause: Error) => openAnew(path, cause)),
    close: () => browser.close(),
  };
}

async function shortcutOf(name: string): Promise<string> {
  const { browser: api } = globalThis as unknown as { browser: Extension };
  const commands = await api.commands.getAll();
  return commands.find((command) => command.name === name)?.shortcut ?? '';
}

/** `page.url()` stays `about:blank` on pages of an extension, so each is asked from inside. */
async function openPage(
  browser: Browser,
  { url, inBackground }: { url: string; inBackground: boolean },
): Promise<Page> {
  const before = new Set(await browser.pages());
  const newPage = async () => {
    for (const page of await browser.pages()) {
      if (!before.has(page) && (await page.evaluate('location.href')) === url) return page;
    }
    return undefined;
  };
  for (let tries = 1; ; tries += 1) {
    await privileged(browser, openTab, url, inBackground);
    try {
      return await eventually(newPage, { message: `A tab at ${url}`, timeoutMs: SHOWN_WITHIN });
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
  }
}

/** Just after its installation, on a busy machine, an extension's page may open as an error. */
const SHOWN_WITHIN = 5000;
const MOST_TRIES = 4;
