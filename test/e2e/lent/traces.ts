import type { Browser as Extension } from 'webextension-polyfill';

import type { Companion } from '../../browsers/companion';
import { readDatabases, readStorage } from '../surfaces/outside';

declare const browser: Extension;

/** It stands in all that is left behind on purpose. */
export const LEFT = 'left behind';

/** Uses every place where an extension or a page may leave something. */
export async function leaveTraces(companion: Companion, site: string): Promise<void> {
  await companion.evaluate(leaveInside, LEFT);
  const page = await pageAt(companion, site);
  await page.evaluate((left) => {
    document.cookie = `left=${left}`;
  }, LEFT);
}

/** What can be found in the browser, sorted; not what varies from one new browser to the next. */
export async function tracesIn(companion: Companion, site: string) {
  const stored = JSON.parse(await readStorage(companion)) as object[];
  const page = await pageAt(companion, site);
  const cookies = await page.evaluate(() => document.cookie);
  await page.close();
  const { rules, ...others } = await companion.evaluate(lookInside);
  return {
    ...others,
    // Firefox names each installation anew.
    rules: JSON.stringify(rules).replaceAll(new URL(companion.origin).host, 'own'),
    stored: stored.map((area) => Object.keys(area).filter(isSteady).toSorted()),
    databases: await readDatabases(companion),
    notifications: await companion.notifications(),
    badge: (await companion.badge()).text,
    cookies,
  };
}

async function pageAt(companion: Companion, site: string) {
  const own = await companion.openPage('manifest.json');
  const page = await own.browser().newPage();
  await page.goto(`${site}/v1/info`);
  await own.close();
  return page;
}

/** The welcome page looks for Beeper as long as it is open, and stores what it has found by then. */
function isSteady(key: string): boolean {
  return key !== 'found';
}

/** Runs in a page of the extension. */
async function leaveInside(left: string): Promise<void> {
  const { alarms, declarativeNetRequest, notifications, runtime, storage } = browser;
  const areas = [storage.local, storage.sync, storage.session];
  await Promise.all(areas.map((area) => area.set({ left })));
  localStorage.setItem('left', left);
  await caches.open(left).catch(() => undefined);
  alarms.create(left, { delayInMinutes: 60 });
  const iconUrl = runtime.getURL('icon/icon-16.png');
  await notifications.create(left, { type: 'basic', title: left, message: left, iconUrl });
  const condition = { urlFilter: 'left-behind', resourceTypes: ['image' as const] };
  const rule = { id: 4321, condition, action: { type: 'block' as const } };
  await declarativeNetRequest.updateSessionRules({ addRules: [rule] });
}

/** Runs in a page of the extension. */
async function lookInside() {
  const { alarms, declarativeNetRequest, permissions, tabs } = browser;
  return {
    alarms: (await alarms.getAll()).map(({ name }) => name).toSorted(),
    rules: await declarativeNetRequest.getSessionRules(),
    permissions: await permissions.getAll(),
    tabs: (await tabs.query({})).length,
  };
}
