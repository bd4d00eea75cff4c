import type { Page } from 'puppeteer-core';

import { ERRORS, type ErrorCode } from '../../lib/errors';
import { type PageName, press, type Scene } from './scene';
import type { Told } from './told';

/** A state a person may see, and how to bring a page there that was just opened. */
export interface State {
  name: string;
  page: PageName;
  /** What its address ends with, such as `?welcome`. */
  view?: string;
  told?: Told;
  show?(page: Page, scene: Scene): Promise<unknown>;
}

/** Seen before anything is connected. */
export const FIRST_STATES: readonly State[] = [
  { name: 'not-connected', page: 'popup' },
  {
    name: 'settings-not-connected',
    page: 'options',
    show: (page) => page.waitForSelector('.found'),
  },
  {
    name: 'welcome',
    page: 'options',
    view: '?welcome',
    show: (page) => page.waitForSelector('.found'),
  },
  {
    name: 'demo',
    page: 'options',
    view: '?demo',
    show: (page) => page.waitForSelector('.row .actions'),
  },
];

const rows = (page: Page) => page.waitForSelector('.row .actions');

const LISTS: readonly State[] = [
  { name: 'unread', page: 'popup', show: rows },
  { name: 'unread-current', page: 'popup', show: (page) => press(page, 'j') },
  ...(['inbox', 'reminders', 'archive'] as const).map((tab) => ({
    name: tab,
    page: 'popup' as const,
    show: async (page: Page) => {
      await rows(page);
      await page.click(`#tab-${tab}`);
      await page.waitForSelector(`[aria-labelledby=tab-${tab}]`);
    },
  })),
  { name: 'search', page: 'popup', show: (page) => search(page, 'ma') },
  { name: 'search-nothing', page: 'popup', show: (page) => search(page, 'qqqq') },
];

const LAYERS: readonly State[] = [
  { name: 'menu', page: 'popup', show: (page) => open(page, '.tools [aria-haspopup]', '.menu') },
  { name: 'remind-menu', page: 'popup', show: (page) => opens(page, '.menu', 'j', 'h') },
  {
    name: 'pick-a-time',
    page: 'popup',
    show: async (page) => {
      await opens(page, '.menu', 'j', 'h');
      await page.click('[role=menuitem]:not(:has(.detail:not(:empty)))');
      await page.waitForSelector('.remind-form');
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
function glance(status: object): Told {
  return {
    isGlanceOnly: true,
    items: { glance: { status: { isConnected: true, ...status }, counts: NOTHING, rows: [] } },
  };
}

const FEW: readonly State[] = [
  { name: 'nothing-unread', page: 'popup', told: glance({ syncedAt: Date.now() }) },
  { name: 'first-sync', page: 'popup', told: glance({}) },
  { name: 'never-reached', page: 'popup', told: glance({ trouble: 'notRunning' }) },
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

const SETTINGS: readonly State[] = [
  { name: 'settings', page: 'options' },
  { name: 'welcome-connected', page: 'options', view: '?welcome' },
  {
    name: 'settings-update',
    page: 'options',
    told: { items: { update: { version: '9.9.9' } } },
    show: (page) => page.waitForSelector('.update .button'),
  },
  {
    name: 'settings-diagnostics',
    page: 'options',
    show: async (page) => {
      await page.click('[aria-labelledby=diagnostics] .button');
      await page.waitForSelector('textarea');
    },
  },
];

/** Seen once it is connected. */
export const STATES: readonly State[] = [
  ...LISTS,
  ...LAYERS,
  ...FEW,
  ...TROUBLES,
  ...SETTINGS,
  // Last, because they leave something behind.
  ...FAILURES,
];

async function open(page: Page, button: string, opened: string): Promise<void> {
  await rows(page);
  await page.click(button);
  await page.waitForSelector(opened);
}

async function opens(page: Page, opened: string, ...keys: Parameters<typeof press>[1][]) {
  await press(page, ...keys);
  await page.waitForSelector(opened);
}

async function search(page: Page, text: string): Promise<void> {
  await rows(page);
  await page.type('input[type=search]', text);
  await page.waitForFunction(() => !document.querySelector('[role=tabpanel]'));
}
