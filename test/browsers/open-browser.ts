import { rmSync } from 'node:fs';
import { resolve } from 'node:path';

import { launch, type Browser } from 'puppeteer-core';

import type { BrowserName } from './companion';
import { requireBrowser } from './find';
import { sandboxFlags } from './sandbox';
import { warmProfile } from './warm-start';

export interface BrowserOptions {
  headless?: boolean;
  /** A profile folder to keep; by default a temporary one, gone once the browser has ended. */
  profile?: string;
  /** The name of a computer elsewhere: it leads to this one, whatever certificate is shown there. */
  elsewhere?: string;
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

/** A browser without any extension. */
export function openBrowser(name: BrowserName, options: BrowserOptions): Promise<Browser> {
  return name === 'chromium' ? openChromium(options) : openFirefox(options);
}

function openChromium({
  headless = true,
  profile,
  elsewhere,
  language,
  downloads,
}: BrowserOptions): Promise<Browser> {
  const executablePath = requireBrowser('chromium');
  return launch({
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
}

async function openFirefox({
  headless = true,
  profile,
  elsewhere,
  downloads,
}: BrowserOptions): Promise<Browser> {
  const own = profile ? undefined : await warmProfile();
  const kept = profile ? resolve(profile) : own;
  const browser = await launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    headless,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
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
  return browser;
}

/** What Firefox has left behind may yet be written to by what it leaves behind. */
const REMOVAL = { recursive: true, force: true, maxRetries: 5 };

function flagsFor(elsewhere: string | undefined): string[] {
  if (!elsewhere) return [];
  return [`--host-resolver-rules=MAP ${elsewhere} 127.0.0.1`, '--ignore-certificate-errors'];
}

/** A window that a person looks at keeps its own size. */
function viewportFor(headless: boolean) {
  return headless ? {} : { defaultViewport: null };
}
