import { browser } from 'wxt/browser';

import { warn } from './log';
import { loadItem } from './store/local';
import { REMIND_ITEMS } from './store/remind-items';

/** Tells whether letters and signs act as keys, now and whenever it is chosen anew; returns how to stop. */
export function followSingleKeys(tell: (singleKeys: boolean) => void): () => void {
  const { settings } = REMIND_ITEMS;
  const read = () => {
    loadItem(settings).then(
      ({ singleKeys }) => tell(singleKeys),
      (error: unknown) => warn('the settings could not be read', error),
    );
  };
  const listener = (changes: Readonly<Record<string, unknown>>) => {
    if (changes[settings.key]) read();
  };
  browser.storage.local.onChanged.addListener(listener);
  read();
  return () => browser.storage.local.onChanged.removeListener(listener);
}
