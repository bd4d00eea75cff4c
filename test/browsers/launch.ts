import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { launch, type Browser } from 'puppeteer-core';

import { chromiumCompanion } from './chromium';
import type { BrowserName, Companion } from './companion';
import { requireBrowser } from './find';
import { firefoxCompanion } from './firefox';
import { showAlertsNowhere } from './firefox-inside';
import { privileged } from './privileged';
import { sandboxFlags } from './sandbox';
import { warmProfile } from './warm-start';

export interface LaunchOptions {
  /** The built extension; by default what `npm run build` wrote for this browser. */
  extension?: string;
  headless?: boolean;
  /** A profile folder to keep; by default a temporary one, gone after `close`. */
  profile?: string;
  /** The name of a computer elsewhere: it leads to this one, whatever certificate is shown there. */
  elsewhere?: string;
  /** Leaves open the page that a first installation shows. */
  keepsWelcome?: boolean;
  /** Which of the extension's languages to speak; Firefox would need a language pack. */
  language?: string;
  /** Where downloads go, without a question. */
  downloads?: string;
}

const CHROMIUM_FLAGS = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-background-networking',
  '--disable-component-update',
  '--force-color-profile=srgb',
];

export function launchCompanion(name: BrowserName, options?: LaunchOptions): Promise<Companion> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

export async function launchChromium(options: LaunchOptions = {}): Promise<Companion> {
  const isFirst = await isFresh(options.profile);
  const companion = await startChromium(options);
  return isFirst && !options.keepsWelcome ? withoutWelcome(companion) : companion;
}

export async function launchFirefox(options: LaunchOptions = {}): Promise<Companion> {
  const isFirst = await isFresh(options.profile);
  const companion = await startFirefox(options);
  return isFirst && !options.keepsWelcome ? withoutWelcome(companion) : companion;
}

/** The extension has never been in it. */
async function isFresh(profile: string | undefined): Promise<boolean> {
  if (!profile) return true;
  return (await readdir(profile).catch(() => [])).length === 0;
}

/** It would stand in front of whatever is looked at. */
async function withoutWelcome(companion: Companion): Promise<Companion> {
  try {
    const welcome = await companion.openedPage('welcome.html');
    await welcome.close();
    return companion;
  } catch (error) {
    await companion.close();
    throw error;
  }
}

async function startChromium({
  extension = '.output/chrome-mv3',
  headless = true,
  profile,
  elsewhere,
  language,
  downloads,
}: LaunchOptions = {}): Promise<Companion> {
  const executablePath = requireBrowser('chromium');
  const browser = await launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    args: [
      ...CHROMIUM_FLAGS,
      ...sandboxFlags(executablePath),
      ...flagsFor(elsewhere),
      ...(language ? [`--lang=${language}`] : []),
    ],
    // Where Chromium has its language packs it is then in that language itself.
    ...(language && { env: { ...process.env, LANGUAGE: language, LC_ALL: language } }),
    ...viewportFor(headless),
    ...(downloads && { downloadBehavior: { policy: 'allow', downloadPath: downloads } as const }),
    ...(profile && { userDataDir: resolve(profile) }),
  });
  const folder = resolve(extension);
  return companionOr(browser, async () =>
    chromiumCompanion(browser, { id: await browser.installExtension(folder), folder }),
  );
}

async function startFirefox({
  extension = '.output/firefox-mv3',
  headless = true,
  profile,
  elsewhere,
  downloads,
}: LaunchOptions = {}): Promise<Companion> {
  const id = await geckoId(extension);
  const uuid = randomUUID();
  const own = profile ? undefined : await warmProfile();
  const kept = profile ? resolve(profile) : own;
  const browser = await launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    headless,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      // A UUID known beforehand is the only way to learn the address of the extension's pages.
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      // Shows manifest.json as it is, not in the JSON viewer, which has no extension APIs.
      'devtools.jsonview.enabled': false,
      ...(elsewhere && { 'network.dns.localDomains': elsewhere }),
      // 2: into the folder that is named.
      ...(downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads }),
    },
    ...(elsewhere && { acceptInsecureCerts: true }),
    ...viewportFor(headless),
    ...(kept && { userDataDir: kept }),
  });
  if (own) browser.process()?.once('exit', () => rmSync(own, REMOVAL));
  return companionOr(browser, async () => {
    if (headless) await privileged(browser, showAlertsNowhere);
    const folder = resolve(extension);
    await browser.installExtension(folder);
    return firefoxCompanion(browser, { id, uuid, folder });
  });
}

/** What Firefox has left behind may yet be written to by what it leaves behind. */
const REMOVAL = { recursive: true, force: true, maxRetries: 5 };

function flagsFor(elsewhere: string | undefined): string[] {
  if (!elsewhere) return [];
  return [`--host-resolver-rules=MAP ${elsewhere} 127.0.0.1`, '--ignore-certificate-errors'];
}

/** Leaves no browser behind when the extension does not load. */
async function companionOr(browser: Browser, start: () => Promise<Companion>): Promise<Companion> {
  try {
    return await start();
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A window that a person looks at keeps its own size. */
function viewportFor(headless: boolean) {
  return headless ? {} : { defaultViewport: null };
}

async function geckoId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}
