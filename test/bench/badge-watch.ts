/** These two run inside a page of the extension: each stands alone. */

import type { Browser as Extension } from 'webextension-polyfill';

declare const chrome: Extension;

declare global {
  var badgeWatch: BadgeWatch | undefined;
}

export interface BadgeWatch {
  /** What the badge became, and when that was seen, ms since the epoch. */
  changes: { text: string; at: number }[];
  /** Between one look and the next, ms: a change was seen this much too late at most. */
  gaps: number[];
}

/** Looks until the watch is read, as often as the browser answers or with pauses. */
export async function watchBadge(pauseMs: number): Promise<void> {
  const watch: BadgeWatch = { changes: [], gaps: [] };
  let text = await chrome.action.getBadgeText({});
  let baselineAt = performance.now();
  const look = async () => {
    const seen = await chrome.action.getBadgeText({});
    const now = performance.now();
    watch.gaps.push(now - baselineAt);
    baselineAt = now;
    if (seen !== text) watch.changes.push({ text: seen, at: performance.timeOrigin + now });
    text = seen;
  };
  const goOn = async () => {
    while (globalThis.badgeWatch === watch) {
      await look();
      if (pauseMs > 0) {
        await new Promise((resolve) => {
          setTimeout(resolve, pauseMs);
        });
      }
    }
  };
  globalThis.badgeWatch = watch;
  void goOn();
}

/** What was seen up to the moment when the badge had this text. */
export async function readBadgeWatch(text: string, patienceMs: number): Promise<BadgeWatch> {
  const watch = globalThis.badgeWatch;
  const deadline = performance.now() + patienceMs;
  while (watch?.changes.at(-1)?.text !== text) {
    if (performance.now() > deadline) throw new Error(`The badge did not become ${text}.`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  globalThis.badgeWatch = undefined;
  return watch;
}
