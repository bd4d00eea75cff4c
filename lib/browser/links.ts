import { browser } from 'wxt/browser';

/** Brings Beeper to the front where its API is switched on: https://developers.beeper.com. */
export function openBeeper(): void {
  openInTab('beeper://connect');
}

export function openDownload(): void {
  openInTab('https://www.beeper.com/download');
}

/** In a tab of its own: Firefox puts an error in place of a page that leads to no application. */
function openInTab(url: string): void {
  void browser.tabs.create({ url });
}
