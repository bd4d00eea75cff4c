import { browser } from 'wxt/browser';

import { warn } from '@/lib/base/log';

/** Where the popup's page is shown: as a popup, in a tab, or beside the web page. */
export type Place = 'popup' | 'tab' | 'panel';

/** Told by the address, which each place opens with. */
export function placeOf(search: string): Place {
  const place = new URLSearchParams(search).get('place');
  return place === 'tab' || place === 'panel' ? place : 'popup';
}

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

export async function openPopupTab(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/popup.html?place=tab') });
}

export async function openInTab(): Promise<void> {
  await openPopupTab();
  window.close();
}

/** What Chromium has and no type of ours names; Firefox calls it a sidebar. */
interface Beside {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** Which of the two this browser has, if any. */
export function beside(): 'panel' | 'sidebar' | undefined {
  const { sidePanel, sidebarAction } = browser as unknown as Beside;
  if (sidePanel) return 'panel';
  return sidebarAction && 'sidebar';
}

/** Only right after a click or key of a person's, so the window is not asked for first in Firefox. */
export async function openBeside(): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as Beside;
  try {
    if (sidePanel) {
      const { id = browser.windows.WINDOW_ID_CURRENT } = await browser.windows.getCurrent();
      await sidePanel.open({ windowId: id });
    } else await sidebarAction?.open();
    window.close();
  } catch (error) {
    warn('the side panel could not be opened', error);
  }
}
