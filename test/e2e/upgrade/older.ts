import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser as Extension } from 'webextension-polyfill';

import type { Beeper } from '../../beeper/server';
import type { BrowserName, Companion } from '../../browsers/companion';
import { launchCompanion } from '../../browsers/launch';

declare const browser: Extension;

const BUILDS: Record<BrowserName, string> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

/** What an older version has left in the browser. */
interface Stored {
  recordedAt: number;
  baseUrl: string;
  token: string;
  local: Record<string, unknown>;
  chats: { id: string }[];
}

/** A browser in which an older version is installed, and the folder it lies in. */
export class Older {
  constructor(
    readonly companion: Companion,
    readonly folder: string,
  ) {}

  /** This build under an older number: what it has stored is put in its place afterwards. */
  static async launch(name: BrowserName): Promise<Older> {
    const folder = await mkdtemp(join(tmpdir(), 'companion-upgrade-'));
    await cp(BUILDS[name], folder, { recursive: true });
    await renumber(folder, '0.0.1');
    return new Older(await launchCompanion(name, { extension: folder }), folder);
  }

  /** The next version takes its place, whoever has a page open. */
  async update(version: string): Promise<void> {
    await renumber(this.folder, version);
    await this.companion.reinstall();
  }

  /** The browser has the next version at hand, as from the store. */
  async offer(version: string): Promise<void> {
    await renumber(this.folder, version);
    await this.companion.offerUpdate(version);
  }

  async close(): Promise<void> {
    await this.companion.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function renumber(folder: string, version: string): Promise<void> {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, version }));
}

/** What e6eb046 had stored, as if recorded just now beside this Beeper. */
export async function storedByOlder(beeper: Beeper): Promise<Stored> {
  const text = await readFile('test/e2e/upgrade/stored-by-e6eb046.json', 'utf8');
  const { recordedAt, baseUrl, token } = JSON.parse(text) as Stored;
  const here = text.replaceAll(baseUrl, beeper.url).replaceAll(token, beeper.token);
  return shifted(JSON.parse(here), Date.now() - recordedAt) as Stored;
}

/** Moments are the only numbers as large as this, ms: year 2001 and later. */
const MOMENT = 1e12;

function shifted(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value > MOMENT ? value + by : value;
  if (Array.isArray(value)) return value.map((one) => shifted(one, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shifted(one, by)]));
}

/** Puts it where the older version had it; nothing of ours is stored but this. */
export async function leaveBehind(companion: Companion, { local, chats }: Stored): Promise<void> {
  await companion.evaluate(putBack, local, chats);
}

/** Runs in a page of the extension. */
async function putBack(local: Record<string, unknown>, chats: { id: string }[]): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.local.set(local);
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('companion-chats');
    const refuse = () => reject(new Error('The older database could not be made'));
    opening.addEventListener('error', refuse);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('chats'));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('chats', 'readwrite');
      for (const chat of chats) writing.objectStore('chats').put(chat, chat.id);
      writing.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

/** What is kept where, now. */
export function databases(companion: Companion): Promise<string[]> {
  return companion.evaluate(async () => {
    const known = await indexedDB.databases();
    return known.map(({ name }) => name ?? '');
  });
}

export async function storedItem(companion: Companion, key: string): Promise<unknown> {
  return companion.evaluate(async (name) => (await browser.storage.local.get(name))[name], key);
}
