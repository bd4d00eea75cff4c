import { browser } from 'wxt/browser';

import { warn } from '@/lib/base/log';
import { forgetShownMenus, keepShownMenus, loadShownMenus } from '@/lib/storage/shown-menus';
import { hasMenus } from './access';
import type { MenuEntry } from './entries';

type Menus = typeof browser.contextMenus;
type Where = Required<Pick<Parameters<Menus['create']>[0], 'contexts'>>;

const CONTEXTS: Record<MenuEntry['place'], Where['contexts']> = {
  icon: ['action'],
  page: ['page', 'link', 'selection'],
};

/** No page of a browser's or of an extension's. */
const WEB_PAGES = ['http://*/*', 'https://*/*'];

/** Missing until the browser lets us; in Chromium a person is asked for that (see access.ts). */
export function menusOfBrowser(): Menus | undefined {
  return (browser as { contextMenus?: Menus }).contextMenus;
}

/** Has exactly these entries in the browser's menus; where they are already, nothing is done. */
export async function showMenus(entries: readonly MenuEntry[]): Promise<void> {
  const menus = menusOfBrowser();
  const wanted = JSON.stringify(entries);
  // What was given back stays to be seen until the worker is stopped.
  if (!menus || !(await hasMenus()) || (await loadShownMenus()) === wanted) return;
  await menus.removeAll();
  for (const entry of entries) await create(menus, entry);
  await keepShownMenus(wanted);
}

/** The browser has taken them away, or may now have them: what was shown tells nothing. */
export function forgetMenus(): Promise<void> {
  return forgetShownMenus();
}

/** One that is refused leaves the others where they are. */
function create(menus: Menus, { id, title, parentId, place }: MenuEntry): Promise<void> {
  return new Promise((resolve) => {
    const looks = { id, title, contexts: CONTEXTS[place], ...(parentId && { parentId }) };
    const where = place === 'page' ? { documentUrlPatterns: WEB_PAGES } : {};
    menus.create({ ...looks, ...where }, () => {
      const { lastError } = browser.runtime;
      if (lastError) warn(`the menu entry ${id} could not be made`, lastError);
      resolve();
    });
  });
}
