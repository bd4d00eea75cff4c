import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findBrowser } from '../browsers/find';
import { launchFirefox } from '../browsers/launch';
import { keepStart } from '../browsers/warm-start';

/**
 * Starts Firefox once before any test and keeps what it has compiled for its next start: with it a
 * new profile takes half the work to begin with, and there is one for every test file.
 */
export default async function warmFirefox(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'companion-firefox-'));
  if (findBrowser('firefox')) {
    const first = await launchFirefox({ profile: folder });
    await first.close();
    keepStart(folder);
  }
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
