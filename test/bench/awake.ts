import type { Browser } from 'puppeteer-core';

import { eventually } from '../browsers/eventually';
import type { Turn } from './awake-time';

/**
 * Takes down when the worker of an extension wakes and falls asleep. The browser tells it to any
 * tab; a debugger at the worker itself would keep it awake.
 */
export async function watchAwake(browser: Browser, origin: string): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  const session = await (await browser.newPage()).createCDPSession();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const ours = versions.findLast(({ scriptURL }) => scriptURL.startsWith(origin));
    if (ours) turns.push({ at: Date.now(), isAwake: ours.runningStatus !== 'stopped' });
  });
  await session.send('ServiceWorker.enable');
  await eventually(() => turns.length > 0, { message: 'The worker being known' });
  return turns;
}
