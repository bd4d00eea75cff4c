import { relative, join } from 'node:path';

import type { Page } from 'puppeteer-core';

import { screenshot } from '../browsers/screenshot';

export const SHOTS = join('.output', 'demo');

const SIZES = {
  popup: { width: 400, height: 560 },
  options: { width: 760, height: 1040 },
};

export type ShotOf = keyof typeof SIZES;

/** Takes pictures of states, each in light and in dark, as sharp as on a good screen. */
export class Shots {
  count = 0;

  async take(page: Page, of: ShotOf, state: string): Promise<void> {
    for (const dark of [true, false]) {
      const name = `${of}-${state}-${dark ? 'dark' : 'light'}.png` as const;
      await screenshot(page, `${relative('.', SHOTS)}/${name}`, { ...SIZES[of], dark, scale: 2 });
      this.count += 1;
    }
  }
}

/** The popup in a tab of its own, as large as the browser would make it. */
export async function likePopup(page: Page): Promise<void> {
  await page.setViewport({ ...SIZES.popup, deviceScaleFactor: 2 });
}
