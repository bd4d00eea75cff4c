import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { emulateMedia } from '../browsers/media';
import { Scene } from '../screenshots/scene';
import { FIRST_STATES } from '../screenshots/settings-states';
import type { State } from '../screenshots/state';
import { STATES } from '../screenshots/states';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The size of what is seen at 200 %: half as much. */
const ZOOMED = {
  popup: { width: 400, height: 300 },
  options: { width: 380, height: 520 },
  welcome: { width: 380, height: 520 },
};

let scene: Scene;
beforeAll(async () => {
  // Nobody looks at it: fewer pixels are drawn sooner.
  scene = await Scene.set('en', 1);
});
afterAll(() => scene?.close());

describe('every state of popup and settings', () => {
  test.each(FIRST_STATES)('$name: nothing is wrong, in light and dark and at 200 %', look);

  test('is seen connected from here on', async () => {
    await scene.connect();
    expect(scene.beeper.requests.length).toBeGreaterThan(0);
  });

  test.each(STATES)('$name: nothing is wrong, in light and dark and at 200 %', look);
});

async function look({ page: kind, told, view, show }: State): Promise<void> {
  const page = await scene.open(kind, told, view);
  try {
    await emulateMedia(page, { reducedMotion: true });
    await show?.(page, scene);
    await page.evaluate(AXE);
    expect(await problems(page)).toEqual([]);
    await emulateMedia(page, { dark: true, reducedMotion: true });
    expect(await problems(page, OF_COLOURS)).toEqual([]);
    await page.setViewport({ ...ZOOMED[kind], deviceScaleFactor: 1 });
    // What is placed by hand hears of the new size with the next frame, and is there one later.
    await nextFrame(page);
    await nextFrame(page);
    expect(await page.evaluate(outOfReach)).toEqual([]);
  } finally {
    await page.close();
  }
}

/** The dark changes nothing else, as its styles are values of custom properties. */
const OF_COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** By every rule there is, unless only some are named. */
async function problems(page: Page, options = {}): Promise<string[]> {
  // The colours follow with the next frame.
  await nextFrame(page);
  const wanted = JSON.stringify({ resultTypes: ['violations'], ...options });
  const results = (await page.evaluate(`axe.run(${wanted})`)) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

async function nextFrame(page: Page): Promise<void> {
  await page.evaluate('new Promise((seen) => requestAnimationFrame(() => seen()))');
}

/** What can be pressed and lies beyond the edge, where no scrolling down leads. */
function outOfReach(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const pressable = [...document.querySelectorAll<HTMLElement>('button, input, select')];
  const shown = pressable.filter((one) => one.checkVisibility() && !one.closest('.list'));
  const beyond = shown.filter((one) => {
    one.scrollIntoView({ block: 'nearest' });
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1;
  });
  return [
    ...(scrollWidth > clientWidth ? ['the page is wider than what is seen'] : []),
    ...beyond.map((one) => one.outerHTML),
  ];
}
