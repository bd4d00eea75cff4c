import { browser } from 'wxt/browser';

import { PRERENDERED, SUMMARY } from './items';

/** The stored items that the first frame is made of, and the frame after it, as they are stored. */
export function loadFirstFrame(): Promise<Record<string, unknown>> {
  return browser.storage.local.get([PRERENDERED.key, SUMMARY.key]);
}
