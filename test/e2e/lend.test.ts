import { expect, onTestFinished, test } from 'vitest';

import { startBeeper } from '../beeper/server';
import type { BrowserName, Companion } from '../browsers/companion';
import { eventually } from '../browsers/eventually';
import { launchCompanion } from '../browsers/launch';
import { lendCompanion } from '../browsers/lend';
import { leaveTraces, LEFT, tracesIn } from './lent/traces';
import { badgeIsRight, BROWSERS, connect } from './stage';

const LASTING = ['stored', 'databases', 'alarms', 'notifications', 'rules', 'cookies'] as const;

test.each(BROWSERS)('%s, given back and lent again, is as one newly started', async (name) => {
  const beeper = await startBeeper({ chats: 20, seed: 5 });
  onTestFinished(() => beeper.stop());
  const used = await useUp(name, beeper);
  await eventually(() => beeper.socket.count === 0);
  beeper.clearRequests();

  const [started, lent] = await Promise.all([launchCompanion(name), lendCompanion(name)]);
  onTestFinished(() => Promise.all([started.close(), lent.close()]).then(() => undefined));
  expect(await processOf(lent)).toBe(used);
  await eventually(async () => {
    expect(await tracesIn(lent, beeper.url)).toEqual(await tracesIn(started, beeper.url));
    return true;
  });
  expect(JSON.stringify(await tracesIn(lent, beeper.url))).not.toContain(LEFT);
  // The pages of this test itself ask without a token.
  expect(beeper.requests.filter(({ headers }) => headers.authorization)).toEqual([]);
});

/** @returns the process of the browser that was used, and given back */
async function useUp(name: BrowserName, beeper: Awaited<ReturnType<typeof startBeeper>>) {
  const companion = await lendCompanion(name);
  await connect({ companion, beeper });
  await badgeIsRight({ companion, beeper });
  await leaveTraces(companion, beeper.url);
  const traces = await tracesIn(companion, beeper.url);
  const missing = LASTING.filter((where) => !JSON.stringify(traces[where]).includes('left'));
  expect(missing).toEqual([]);
  expect(traces.badge).not.toBe('');
  const used = await processOf(companion);
  await companion.close();
  return used;
}

async function processOf(companion: Companion): Promise<number | undefined> {
  const page = await companion.openPage('manifest.json');
  const { pid } = page.browser().process() ?? {};
  await page.close();
  return pid;
}
