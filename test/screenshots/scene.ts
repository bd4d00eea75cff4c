import type { KeyInput, Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';

import { type Beeper, startBeeper } from '../beeper/server';
import type { Companion } from '../browsers/companion';
import { eventually } from '../browsers/eventually';
import { launchChromium } from '../browsers/launch';
import { tell, type Told } from './told';

declare const browser: Extension;

export type PageName = 'popup' | 'options' | 'welcome';

export const SIZES: Record<PageName, { width: number; height: number }> = {
  popup: { width: 400, height: 560 },
  options: { width: 760, height: 1040 },
  welcome: { width: 760, height: 1040 },
};

/** The companion beside a stand-in Beeper, driven by nothing that depends on the language. */
export class Scene {
  constructor(
    readonly companion: Companion,
    readonly beeper: Beeper,
    /** Pixels of the screen for one of the page. */
    readonly scale: number,
  ) {}

  /** In a language such as `ar`. */
  static async set(language = 'en', scale = 2): Promise<Scene> {
    const beeper = startBeeper({ chats: 60, seed: 11 });
    return new Scene(await launchChromium({ language }), await beeper, scale);
  }

  /** As the settings do it. Resolves when all chats are there. */
  async connect(): Promise<void> {
    const { url, token } = this.beeper;
    await this.companion.evaluate(
      (baseUrl, secret) =>
        browser.runtime.sendMessage({
          companion: 'connect',
          payload: { baseUrl, token: secret },
        }),
      url,
      token,
    );
    const isWalked = () =>
      this.companion.evaluate(async () => {
        const { walk: fullSync } = await browser.storage.local.get('walk');
        return JSON.stringify(fullSync ?? null).includes('finishedAt');
      });
    await eventually(isWalked, { message: 'All chats being known', timeoutMs: 20_000 });
  }

  /** A page as a person has just opened it, of the size it has there. */
  async open(name: PageName, told?: Told, view = ''): Promise<Page> {
    const page = await this.companion.openPage('manifest.json');
    await page.setViewport({ ...SIZES[name], deviceScaleFactor: this.scale });
    if (told) await tell(page, told);
    await page.goto(`${this.companion.origin}/${name}.html${view}`, { waitUntil: 'load' });
    await page.waitForSelector(name === 'popup' ? '.popup, .connect, .empty' : 'main');
    return page;
  }

  async close(): Promise<void> {
    await Promise.all([this.companion.close(), this.beeper.stop()]);
  }
}

/** Presses keys one after the other, as soon as what they act on is there. */
export async function press(page: Page, ...keys: KeyInput[]): Promise<void> {
  // Rows are drawn before they can be acted on.
  await page.waitForSelector('.row .actions');
  for (const key of keys) await page.keyboard.press(key);
}
