/** `npm run screenshots:store`: the pictures of the stores' pages, at the sizes they take. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

import { emulateMedia } from '../browsers/media';
import { buildExtension } from '../demo/build';
import { Ends } from '../demo/ends';
import { Scene } from './scene';
import type { State } from './state';
import { STATES } from './states';
import { pictureHtml, tileHtml } from './store-page';
import { STORE_SHOTS, STORE_SIZES, type StoreShot } from './store-shots';
import { picturesAreThere } from './still';

const FOLDER = join('.output', 'store');

const ends = new Ends();
try {
  if (!process.argv.includes('--built')) await buildExtension(ends);
  await mkdir(FOLDER, { recursive: true });
  const scene = await Scene.set();
  ends.add(() => scene.close());
  await scene.connect();
  for (const shot of STORE_SHOTS) {
    const html = pictureHtml(shot, await popupIn(scene, shot));
    await write(scene, shot.name, html, STORE_SIZES.picture);
  }
  await write(scene, 'tile', tileHtml(), STORE_SIZES.tile);
  console.log(`${STORE_SHOTS.length} pictures and a tile are in ${FOLDER}.`);
} finally {
  await ends.run();
}

async function popupIn(scene: Scene, { state, isDark = false }: StoreShot): Promise<Uint8Array> {
  const { page: kind, told, view, show } = stateCalled(state);
  const page = await scene.open(kind, told, view);
  await emulateMedia(page, { dark: isDark, reducedMotion: true });
  await show?.(page, scene);
  await picturesAreThere(page);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

function stateCalled(name: string): State {
  const found = STATES.find((state) => state.name === name);
  if (!found) throw new Error(`There is no state "${name}".`);
  return found;
}

type Size = (typeof STORE_SIZES)[keyof typeof STORE_SIZES];

async function write(scene: Scene, name: string, html: string, size: Size): Promise<void> {
  const page = await newPage(scene);
  await page.setViewport({ ...size, deviceScaleFactor: 1 });
  await page.setContent(html, { waitUntil: 'load' });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.close();
}

/** One that is none of the extension's, whose policy would not let it have styles of its own. */
async function newPage({ companion }: Scene): Promise<Page> {
  const own = await companion.openPage('manifest.json');
  const page = await own.browser().newPage();
  await own.close();
  return page;
}
