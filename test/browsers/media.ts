import type { Page } from 'puppeteer-core';

import { eventually } from './eventually';
import { setMedia } from './firefox-inside';
import { privileged } from './privileged';

export interface Media {
  dark?: boolean;
  reducedMotion?: boolean;
}

/** What the system prefers, as the page sees it; in Firefox every page sees it, a moment later. */
export async function emulateMedia(
  page: Page,
  { dark = false, reducedMotion = false }: Media,
): Promise<void> {
  if (await isFirefox(page)) {
    await privileged(page.browser(), setMedia, dark ? 0 : 1, reducedMotion ? 1 : 0);
  } else {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
    ]);
  }
  const seen = () => page.evaluate(seesMedia, dark, reducedMotion);
  await eventually(seen, { message: 'The page seeing the media' });
}

/** Colours of the system's own choice, as with high contrast on Windows. Chromium alone can pretend. */
export async function forceColors(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  const seen = () => page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  await eventually(seen, { message: 'The page seeing forced colours' });
}

function seesMedia(dark: boolean, reducedMotion: boolean): boolean {
  return (
    matchMedia('(prefers-color-scheme: dark)').matches === dark &&
    matchMedia('(prefers-reduced-motion: reduce)').matches === reducedMotion
  );
}

async function isFirefox(page: Page): Promise<boolean> {
  return (await page.browser().version()).toLowerCase().startsWith('firefox');
}
