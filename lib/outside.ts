import { browser } from 'wxt/browser';

/** The place in Beeper where its API is switched on: https://developers.beeper.com. */
const CONNECT = 'beeper://connect';

/**
 * Brings Beeper to the front. Firefox shows an error in the place of a page that leads to an
 * application which is not installed: there it gets a tab of its own.
 */
export function openBeeper(): void {
  if (import.meta.env.FIREFOX) openInTab(CONNECT);
  else location.assign(CONNECT);
}

export function openDownload(): void {
  openInTab('https://www.beeper.com/download');
}

function openInTab(url: string): void {
  void browser.tabs.create({ url });
}
