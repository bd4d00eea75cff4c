import type { Companion } from '../browsers/companion';
import { findBrowser, requireBrowser } from '../browsers/find';
import { ensureBrowsers } from '../browsers/install';
import { launchChromium } from '../browsers/launch';
import { endChildrenOnSignals } from '../run/child';
import type { Ends } from './ends';
import { say } from './say';
import { withoutItsSignals } from './signals';

/** Finds a Chromium or installs one; throws, in one line, what else to do. */
export async function haveChromium(): Promise<void> {
  if (findBrowser('chromium')) return;
  say('No Chromium, Chrome, Edge or Brave here: installing one.');
  await withoutItsSignals(async () => {
    endChildrenOnSignals();
    // It may fail for Firefox alone, which nobody here asks for.
    await ensureBrowsers().catch(() => undefined);
  });
  requireBrowser('chromium');
}

export async function openBrowser(ends: Ends, { headless = true } = {}): Promise<Companion> {
  const companion = await withoutItsSignals(() => launchChromium({ headless }));
  ends.add(() => companion.close());
  return companion;
}
