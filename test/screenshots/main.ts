/** `npm run screenshots [part of a name]`: every state in light and dark, English and Arabic. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

import { emulateMedia } from '../browsers/media';
import { Ends } from '../demo/ends';
import { buildExtension } from '../demo/build';
import { Scene } from './scene';
import { FIRST_STATES } from './settings-states';
import type { State } from './state';
import { STATES } from './states';
import { picturesAreThere } from './still';

const FOLDER = join('.output', 'screenshots');
const LANGUAGES = ['en', 'ar'] as const;

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const ends = new Ends();
try {
  if (!process.argv.includes('--built')) await buildExtension(ends);
  for (const language of LANGUAGES) {
    const count = await takeAll(language);
    console.log(`${count} pictures are in ${join(FOLDER, language)}.`);
  }
} finally {
  await ends.run();
}

async function takeAll(language: string): Promise<number> {
  const folder = join(FOLDER, language);
  await mkdir(folder, { recursive: true });
  const scene = await Scene.set(language);
  ends.add(() => scene.close());
  let count = await takeEach(scene, FIRST_STATES, folder);
  await scene.connect();
  count += await takeEach(scene, STATES, folder);
  return count;
}

async function takeEach(scene: Scene, states: readonly State[], folder: string): Promise<number> {
  const chosen = states.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  for (const { name, page: kind, told, view, show } of chosen) {
    const page = await scene.open(kind, told, view);
    try {
      await emulateMedia(page, { reducedMotion: true });
      await show?.(page, scene);
      await shoot(page, join(folder, name));
    } catch (error) {
      throw new Error(`"${name}" could not be shown`, { cause: error });
    } finally {
      await page.close();
    }
  }
  return chosen.length * 2;
}

/** In light, then in dark, with the mouse out of the way. */
async function shoot(page: Page, path: string): Promise<void> {
  await page.mouse.move(200, 1);
  await picturesAreThere(page);
  for (const dark of [false, true]) {
    await emulateMedia(page, { dark, reducedMotion: true });
    await page.evaluate('new Promise((seen) => requestAnimationFrame(() => seen()))');
    await page.screenshot({ path: `${path}-${dark ? 'dark' : 'light'}.png` });
  }
}
