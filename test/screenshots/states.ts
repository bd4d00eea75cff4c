import type { Page } from 'puppeteer-core';

import { ERRORS, type ErrorCode } from '@/lib/base/errors';
import type { Fault } from '../beeper/faults/list';
import type { Beeper } from '../beeper/server';
import { LEAVING, RARE } from './rare-states';
import { press } from './scene';
import { SETTINGS } from './settings-states';
import type { State } from './state';
import type { Told } from './told';
import { type Keys, open, opens, rows, turnTo } from './ways';

const LISTS: readonly State[] = [
  { name: 'unread', page: 'popup', show: rows },
  { name: 'unread-current', page: 'popup', show: (page) => press(page, 'j') },
  { name: 'selected', page: 'popup', show: (page) => opens(page, '.many', 'x', 'j', 'x') },
  ...(['inbox', 'reminders', 'archive'] as const).map((tab) => ({
    name: tab,
    page: 'popup' as const,
    show: (page: Page) => turnTo(page, tab),
  })),
  { name: 'search', page: 'popup', show: (page) => search(page, 'ma') },
  { name: 'search-nothing', page: 'popup', show: (page) => search(page, 'qqqq') },
];

const REPLY = '.reply textarea:not([readonly])';

const LAYERS: readonly State[] = [
  { name: 'menu', page: 'popup', show: (page) => open(page, '.tools [aria-haspopup]', '.menu') },
  { name: 'remind-menu', page: 'popup', show: (page) => opens(page, '.menu', 'j', 'h') },
  {
    name: 'remind-from-inbox',
    page: 'popup',
    show: async (page) => {
      await turnTo(page, 'inbox');
      await opens(page, '.menu', 'ArrowDown', 'h');
    },
  },
  {
    name: 'pick-a-time',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.menu', 'j', 'h');
      await page.click('[role=menuitem]:not(:has(.detail:not(:empty)))');
      await page.waitForSelector('.remind-form');
    },
  },
  {
    name: 'typed-time',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.remind-words', 'h');
      await page.type('.remind-words input', 'fri 3pm');
      await page.waitForSelector('.remind-words .said');
    },
  },
  { name: 'more', page: 'popup', show: (page) => opens(page, '.menu', '.') },
  { name: 'peek', page: 'popup', show: (page) => opens(page, '.panel .message', ' ') },
  { name: 'details', page: 'popup', show: (page) => opens(page, '.panel .person-name', 'i') },
  { name: 'reply', page: 'popup', show: (page) => opens(page, REPLY, 'r') },
  {
    name: 'new-chat',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.new-chat', 'n');
      await page.type('#new-chat-to', 'ma');
      await page.waitForSelector('.contact');
    },
  },
  { name: 'filters', page: 'popup', show: (page) => opens(page, '.filters', 'f') },
  {
    name: 'filtered',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.filters', 'f');
      await page.click('.filters .chip');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.popup:not(:has(.filters)) .row');
    },
  },
  { name: 'keys', page: 'popup', show: (page) => opens(page, 'dialog.keys', '?') },
  { name: 'triage', page: 'popup', show: (page) => opens(page, '.triage-card', 't') },
  {
    name: 'triage-remind',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.triage-card', 't');
      await page.keyboard.press('h');
      await page.waitForSelector('.triage .menu');
    },
  },
  {
    name: 'triage-reply',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.triage-card', 't');
      await page.keyboard.press('r');
      await page.waitForSelector(`.triage ${REPLY}`);
    },
  },
  {
    name: 'triage-end',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.triage-card', 't');
      while (await page.$('.triage-card')) await page.keyboard.press('s');
      await page.waitForSelector('.triage-end');
    },
  },
];

const NOTHING = { unread: 0, inbox: 0, reminders: 0, archive: 0 };

/** Nothing but what the first frame knows. */
function summary(status: object): Told {
  return {
    isSummaryOnly: true,
    items: { glance: { status: { isConnected: true, ...status }, counts: NOTHING, rows: [] } },
  };
}

const FEW: readonly State[] = [
  { name: 'nothing-unread', page: 'popup', told: summary({ syncedAt: Date.now() }) },
  { name: 'first-sync', page: 'popup', told: summary({}) },
  { name: 'never-reached', page: 'popup', told: summary({ trouble: 'notRunning' }) },
];

/** Of one act or one sign-in, not of the connection. */
const NO_STATE: ReadonlySet<ErrorCode> = new Set([
  'notConnected',
  'badAddress',
  'missingToken',
  'chatGone',
  'refused',
  'signInMissing',
  'signInDenied',
  'signInClosed',
  'signInExpired',
  'signInFailed',
  'updated',
]);

const TROUBLES: readonly State[] = (Object.keys(ERRORS) as ErrorCode[])
  .filter((code) => !NO_STATE.has(code))
  .flatMap((code) => {
    const told: Told = { items: { status: { trouble: code, isLive: false } } };
    return [
      { name: `trouble-${code}`, page: 'popup', told, show: rows } as const,
      { name: `settings-trouble-${code}`, page: 'options', told } as const,
    ];
  });

const FAILURES: readonly State[] = [
  {
    name: 'failed-and-waiting',
    page: 'popup',
    show: async (page, { beeper }) => {
      await rows(page);
      await beeper.fault('403', { when: ({ method }) => method !== 'GET' });
      await press(page, 'j', 'e');
      await page.waitForSelector('.notice.is-wrong, .failure');
      await beeper.heal();
    },
  },
  {
    name: 'notice',
    page: 'popup',
    show: async (page) => {
      await press(page, 'j', 'u');
      await page.waitForSelector('.notice:not(:empty)');
    },
  },
];

const REPLIES: readonly State[] = [
  { name: 'reply-begun', page: 'popup', show: (page) => write(page, 'j', 'r') },
  {
    name: 'reply-failed',
    page: 'popup',
    show: (page, { beeper }) => sendInto(page, beeper, '403', 'r'),
  },
  {
    name: 'reply-unsure',
    page: 'popup',
    show: (page, { beeper }) => sendInto(page, beeper, 'reset-before-headers', 'j', 'j', 'r'),
  },
  {
    name: 'unread-replies',
    page: 'popup',
    show: async (page, { beeper }) => {
      await sendInto(page, beeper, '403', 'j', 'j', 'j', 'r');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.popup:not(:has(.reply)) .row');
    },
  },
];

/** Seen once it is connected. */
export const STATES: readonly State[] = [
  ...LISTS,
  ...LAYERS,
  ...RARE,
  ...FEW,
  ...TROUBLES,
  ...SETTINGS,
  // Last, because they leave something behind.
  ...FAILURES,
  ...REPLIES,
  ...LEAVING,
];

async function write(page: Page, ...keys: Keys): Promise<void> {
  await opens(page, REPLY, ...keys);
  await page.type(REPLY, 'Tomorrow at nine?');
}

/** Sends a reply that meets with a fault. */
async function sendInto(page: Page, beeper: Beeper, fault: Fault, ...keys: Keys): Promise<void> {
  await beeper.fault(fault, { when: ({ route }) => route === 'POST /v1/chats/:chatID/messages' });
  await write(page, ...keys);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.reply [role=alert]');
  await beeper.heal();
}

async function search(page: Page, text: string): Promise<void> {
  await rows(page);
  await page.type('input[type=search]', text);
  await page.waitForFunction(() => !document.querySelector('[role=tabpanel]'));
}
