import type { State } from './state';

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
    page: 'welcome',
    show: (page) => page.waitForSelector('.found'),
  },
  {
    name: 'demo',
    page: 'welcome',
    view: '?demo',
    show: (page) => page.waitForSelector('.row .actions'),
  },
];

export const SETTINGS: readonly State[] = [
  { name: 'settings', page: 'options' },
  { name: 'welcome-connected', page: 'welcome' },
  {
    name: 'settings-update',
    page: 'options',
    told: { items: { update: { version: '9.9.9' } } },
    show: (page) => page.waitForSelector('.update .button'),
  },
  {
    name: 'settings-sync',
    page: 'options',
    told: {
      items: {
        sync: {
          isOn: true,
          at: 1,
          trouble: 'QUOTA_BYTES quota exceeded',
          gaveWay: { whose: 'ours', settings: {} },
        },
      },
    },
    show: async (page) => {
      const note = await page.waitForSelector('.gave-way');
      await note?.scrollIntoView();
    },
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
