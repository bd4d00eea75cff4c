import { join, relative } from 'node:path';

import { npm, run, type Command } from '../run/child';
import type { BrowserName } from './companion';
import { DOWNLOADS } from './downloads';
import { findBrowser, howToGet } from './find';
import { thisMachine, type Machine } from './machine';

/** The commands of one way to install browsers; none where the way is closed. */
type Way = (missing: BrowserName[], machine: Machine) => Command[];

const NAMES: BrowserName[] = ['chromium', 'firefox'];
const STEP_TIMEOUT_MS = 10 * 60_000;
const DEBIAN_PACKAGE: Record<BrowserName, string> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
};
const DOWNLOAD: Record<BrowserName, string> = {
  chromium: 'chrome@stable',
  firefox: 'firefox@stable',
};

/** Installs the browsers that are missing; throws, in one line, when no way leads there. */
export async function ensureBrowsers(machine = thisMachine()): Promise<void> {
  const missing = () => NAMES.filter((name) => findBrowser(name, machine) === undefined);
  for (const way of [debianPackages, puppeteerDownloads, playwrightDownload]) {
    if (missing().length > 0) await take(way(missing(), machine));
  }
  const advice = missing().map((name) => howToGet(name, machine));
  if (advice.length > 0) throw new Error(advice.join(' '));
}

/** A command that fails has said why on the screen, and the next may yet succeed. */
async function take(commands: Command[]): Promise<void> {
  for (const command of commands) {
    console.log(`$ ${[command.program, ...command.args].join(' ')}`);
    await run({ ...command, timeoutMs: STEP_TIMEOUT_MS });
  }
}

const debianPackages: Way = (missing, { exists }) => {
  if (process.getuid?.() !== 0 || !exists('/usr/bin/apt-get')) return [];
  const install = (name: string) => apt('install', '-y', '--no-install-recommends', name);
  const packages = [...missing.map((name) => DEBIAN_PACKAGE[name]), 'fonts-dejavu-core'];
  return [apt('update'), ...packages.map(install)];
};

/** Puppeteer's own installer came with it. Its Firefox, unlike Playwright's, loads extensions. */
const puppeteerDownloads: Way = (missing) =>
  missing.map((name) => ({
    program: process.execPath,
    args: [
      join('node_modules', '@puppeteer', 'browsers', 'lib', 'cjs', 'main-cli.js'),
      'install',
      DOWNLOAD[name],
      '--path',
      relative('.', DOWNLOADS),
    ],
  }));

/** From other servers than Puppeteer's, which some networks let through. */
const playwrightDownload: Way = (missing) =>
  missing.includes('chromium')
    ? [npm(['exec', '--yes', '--', 'playwright', 'install', 'chromium'])]
    : [];

function apt(...args: string[]): Command {
  return {
    program: 'apt-get',
    args: ['-o', 'DPkg::Lock::Timeout=120', ...args],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  };
}
