import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Browser as Extension } from 'webextension-polyfill';

import type { Companion } from '../../browsers/companion';
import { privileged } from '../../browsers/privileged';
import { anyOf } from './any-of';
import { tracesOf } from './search';

declare const browser: Extension;
declare const seenAddresses: string[];
declare const Services: { console: { getMessageArray(): { message: string }[] } };

/** From now on the addresses of all tabs are noted, as far as the extension may see them. */
export function watchAddresses({ evaluate }: Companion): Promise<void> {
  return evaluate(() => {
    Object.assign(globalThis, { seenAddresses: [] });
    browser.tabs.onUpdated.addListener((_id, _change, { url }) => {
      seenAddresses.push(url ?? '');
    });
  });
}

export function readAddresses({ evaluate }: Companion): Promise<string[]> {
  return evaluate(() => seenAddresses);
}

/** All areas of storage, as a page of the extension reads them. */
export function readStorage({ evaluate }: Companion): Promise<string> {
  return evaluate(async () => {
    const { local, session, sync } = browser.storage;
    return JSON.stringify(await Promise.all([local.get(), session.get(), sync.get()]));
  });
}

/** All databases, and the other places where a page may keep something. */
export function readDatabases({ evaluate }: Companion): Promise<string> {
  return evaluate(async () => {
    const dumped: unknown[] = [{ ...localStorage }, { ...sessionStorage }, await caches.keys()];
    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      await new Promise((done) => {
        opening.addEventListener('success', done);
      });
      for (const store of opening.result.objectStoreNames) {
        const reading = opening.result.transaction(store).objectStore(store).getAll();
        await new Promise((done) => {
          reading.addEventListener('success', done);
        });
        dumped.push(name, store, reading.result);
      }
      opening.result.close();
    }
    return JSON.stringify(dumped);
  });
}

/** What Firefox itself has to say, of pages and of the worker; Chromium keeps no such list. */
export async function readBrowserConsole({ browserName, openPage }: Companion): Promise<string> {
  if (browserName !== 'firefox') return '';
  const page = await openPage('options.html');
  return privileged(page.browser(), () =>
    JSON.stringify(Services.console.getMessageArray().map(({ message }) => message)),
  );
}

/** The files below a folder that hold traces of these secrets, by the name of the secret. */
export async function findInFiles(
  folder: string,
  secrets: Readonly<Record<string, string>>,
): Promise<Record<string, string[]>> {
  const wanted = Object.entries(secrets).map(([name, secret]) => {
    return { name, firstIn: anyOf(tracesOf(secret)), files: [] as string[] };
  });
  for (const file of await filesBelow(folder)) {
    // What is gone meanwhile, or is no file to be read, holds nothing.
    const bytes = await readFile(join(folder, file)).catch(() => Buffer.alloc(0));
    for (const { firstIn, files } of wanted) {
      if (firstIn(bytes) >= 0) files.push(file);
    }
  }
  return Object.fromEntries(wanted.map(({ name, files }) => [name, files]));
}

async function filesBelow(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}
