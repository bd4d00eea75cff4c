import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { Page } from 'puppeteer-core';

import { emulateMedia } from './media';

export interface ScreenshotOptions {
  dark?: boolean;
  scale?: number;
  width?: number;
  height?: number;
}

/** Motion is reduced, so that no picture catches something half-way. */
export async function screenshot(
  page: Page,
  path: `${string}.png`,
  { dark = false, scale = 1, width = 400, height = 600 }: ScreenshotOptions = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await emulateMedia(page, { dark, reducedMotion: true });
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.bringToFront();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path });
}
