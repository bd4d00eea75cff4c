import { resolve } from 'node:path';

import type { BrowserName } from './companion';
import { pathRules, type Machine } from './machine';

/** Where our own installer puts browsers. */
export const DOWNLOADS = resolve('.cache', 'browsers');

/** Where a download keeps its program, on one of the three systems or another. */
const PROGRAMS: Record<BrowserName, string[][]> = {
  chromium: [
    ['chrome'],
    ['chrome.exe'],
    ['Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
    ['Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ],
  firefox: [['firefox'], ['firefox.exe'], ['Contents', 'MacOS', 'firefox']],
};

/**
 * Downloads lie in FOLDER/VERSION/SYSTEM/PROGRAM, newest version first. Playwright's Firefox is
 * patched and loads no extensions, so only its Chromium counts.
 */
export function downloadedCandidates(name: BrowserName, machine: Machine): string[] {
  const { join } = pathRules(machine);
  return [...ofPuppeteer(name, machine), ...(name === 'chromium' ? ofPlaywright(machine) : [])]
    .flatMap((version) => machine.list(version).map((system) => join(version, system)))
    .flatMap((folder) => PROGRAMS[name].map((parts) => join(folder, ...parts)));
}

function ofPuppeteer(name: BrowserName, machine: Machine): string[] {
  const { join } = pathRules(machine);
  const product = name === 'chromium' ? 'chrome' : 'firefox';
  const cache = machine.env['PUPPETEER_CACHE_DIR'] ?? join(machine.home, '.cache', 'puppeteer');
  return [DOWNLOADS, cache].flatMap((root) => versions(join(root, product), machine));
}

function ofPlaywright(machine: Machine): string[] {
  const { join } = pathRules(machine);
  const { platform, env, home } = machine;
  const cache =
    { darwin: join(home, 'Library', 'Caches'), win32: env['LOCALAPPDATA'] ?? home }[
      platform as string
    ] ?? join(home, '.cache');
  const root = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(cache, 'ms-playwright');
  return versions(root, machine).filter((folder) => /chromium-\d+$/.test(folder));
}

function versions(folder: string, machine: Machine): string[] {
  const { join } = pathRules(machine);
  const newestFirst = new Intl.Collator('en', { numeric: true }).compare;
  return machine
    .list(folder)
    .toSorted((a, b) => newestFirst(b, a))
    .map((version) => join(folder, version));
}
