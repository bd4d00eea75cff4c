import type { Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';

import type { Handoff } from '@/lib/browser/handoff';
import type { Scene } from './scene';
import type { State } from './state';
import { open, opens, rows, turnTo } from './ways';

declare const browser: Extension;

const MENU = '.tools [aria-haspopup]';

/** What opens for few, or seldom. */
export const RARE: readonly State[] = [
  {
    name: 'quiet-menu',
    page: 'popup',
    show: async (page) => {
      await open(page, MENU, '.menu');
      await page.click('.menu-item:not([data-key])');
      await page.waitForSelector('.is-wide .menu');
    },
  },
  {
    name: 'remind-set',
    page: 'popup',
    told: {
      items: {
        lastChoice: { meant: { words: 'in 3 hours' }, dismissOnIncoming: true, archives: false },
      },
    },
    show: async (page) => {
      await turnTo(page, 'reminders');
      await opens(page, '[data-key=H]', 'ArrowDown', 'h');
    },
  },
  {
    name: 'new-chat-group',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.contact', 'n');
      await page.click('.contact');
      await page.waitForSelector('.person');
      await page.click('.contact');
      await page.waitForSelector('.new-chat form > input');
    },
  },
  { name: 'peek-failed', page: 'popup', show: (page, scene) => fails(page, scene, ' ') },
  { name: 'details-failed', page: 'popup', show: (page, scene) => fails(page, scene, 'i') },
  {
    name: 'errand-send',
    page: 'popup',
    show: (page, scene) => begin(page, scene, TO_SEND, '.errand .contact'),
  },
  {
    name: 'errand-remind',
    page: 'popup',
    show: (page, scene) =>
      begin(page, scene, { kind: 'remind', chatID: chatOf(scene), words: 'qq' }, '.errand .menu'),
  },
];

/** The same, and something stays behind. */
export const LEAVING: readonly State[] = [
  {
    name: 'errand-write',
    page: 'popup',
    show: async (page, scene) => {
      await begin(page, scene, TO_SEND, '.errand .contact');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.errand .reply textarea:not([readonly])');
    },
  },
  {
    name: 'chips',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.filters', 'f');
      await page.click('.filters .chip');
      await page.click('.filters footer .link');
      await page.waitForSelector('.chips .chip');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.popup:not(:has(.filters)) .chips .chip');
    },
  },
];

const TO_SEND: Handoff = { kind: 'send', text: 'A fine sentence\nhttps://example.org/a' };

function chatOf({ beeper }: Scene): string {
  return [...beeper.chats.keys()][0] ?? '';
}

/** Goes on, as the window does that an entry of the browser's menus opens. */
async function begin(page: Page, scene: Scene, handoff: Handoff, opened: string): Promise<void> {
  await rows(page);
  await scene.companion.evaluate(
    (begun) => browser.storage.session.set({ 'errand:begun': begun }),
    handoff,
  );
  await page.goto(`${scene.companion.origin}/popup.html?place=tab&errand=begun`);
  await page.waitForSelector(opened);
}

/** Opens what Beeper does not answer. */
async function fails(page: Page, { beeper }: Scene, key: ' ' | 'i'): Promise<void> {
  await rows(page);
  await beeper.fault('422', {
    when: ({ method, params }) => method === 'GET' && 'chatID' in params,
  });
  await opens(page, '.panel [role=alert]', key);
  await beeper.heal();
}
