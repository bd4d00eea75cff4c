import { browser } from 'wxt/browser';

import { warn } from './log';
import { loadItem } from './store/local';
import { REMIND_ITEMS } from './store/remind-items';

/** Tells whether letters and signs act as keys, now and whenever it is chosen anew. */
export function followSingleKeys(tell: (singleKeys: boolean) => void): void {
  const { settings } = REMIND_ITEMS;
  const read = () => {
    loadItem(settings).then(
      ({ singleKeys }) => tell(singleKeys),
      (error: unknown) => warn('the settings could not be read', error),
    );
  };
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes[settings.key]) read();
  });
  read();
}
