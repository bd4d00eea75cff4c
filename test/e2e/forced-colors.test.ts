import { isDeepStrictEqual } from 'node:util';

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { forceColors } from '../browsers/media';
import { Scene } from '../screenshots/scene';
import type { State } from '../screenshots/state';
import { STATES } from '../screenshots/states';

interface Shown {
  /** A state of the screenshots. */
  state: string;
  /** What is done there besides. */
  besides?(page: Page): Promise<unknown>;
  /** What is chosen, and what stands beside it and is not. */
  chosen?: readonly (readonly [string, string])[];
  /** What lies over something else, or can be typed in. */
  edged?: readonly string[];
  plain?: readonly string[];
}

const SHOWN: readonly Shown[] = [
  {
    state: 'unread',
    chosen: [
      ['.tab[aria-selected=true]', '.tab[aria-selected=false]'],
      ['.row:focus', '.row:not(:focus)'],
    ],
    edged: ['.search'],
    // It says nothing.
    plain: ['.notice'],
  },
  // Opened with the mouse, it draws no ring of its own.
  { state: 'menu', chosen: [['.menu-item:focus', '.menu-item:not(:focus)']], edged: ['.menu'] },
  {
    state: 'filters',
    besides: (page) => page.locator('.filters .chip').click(),
    chosen: [['.chip[aria-pressed=true]', '.chip[aria-pressed=false]']],
    edged: ['.filters'],
  },
  {
    state: 'new-chat',
    // The list may still be growing: it is pressed where it has come to rest.
    besides: (page) => page.locator('.contact').click(),
    chosen: [['.contact[aria-selected=true]', '.contact[aria-selected=false]']],
    edged: ['.new-chat', '.person'],
  },
  { state: 'keys', edged: ['.keys'] },
  { state: 'pick-a-time', edged: ['.remind-form'] },
  { state: 'reply', edged: ['.reply'] },
  {
    state: 'triage',
    besides: (page) => page.keyboard.press('s'),
    chosen: [['.triage-way', '.triage']],
  },
  { state: 'settings-update', edged: ['.update', '.state'] },
  // Last, because it leaves something behind.
  { state: 'notice', edged: ['.notice'] },
];

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.set();
  await scene.connect();
});
afterAll(() => scene?.close());

describe('where the system forces its colours', () => {
  test.each(SHOWN)('$state: what is chosen is seen, and where things end', async (shown) => {
    const { chosen = [], edged = [], plain = [] } = shown;
    const page = await open(shown);
    try {
      // What is chosen may take a moment to look so.
      for (const [one, other] of chosen) await eventually(() => areApart(page, one, other));
      const bounded = [];
      for (const one of [...edged, ...plain]) {
        if ((await looksOf(page, one)).environment) bounded.push(one);
      }
      expect(bounded).toEqual(edged);
    } finally {
      await page.close();
    }
  });
});

async function open({ state, besides }: Shown): Promise<Page> {
  const { page: kind, told, view, show } = stateOf(state);
  const page = await scene.open(kind, told, view);
  await forceColors(page);
  await show?.(page, scene);
  await besides?.(page);
  return page;
}

function stateOf(name: string): State {
  const found = STATES.find((state) => state.name === name);
  if (!found) throw new Error(`No state is called ${name}`);
  return found;
}

async function areApart(page: Page, one: string, other: string): Promise<boolean> {
  return !isDeepStrictEqual(await looksOf(page, one), await looksOf(page, other));
}

/** What tells one thing from another, but for the colours of lines, which are near each other. */
async function looksOf(page: Page, selector: string) {
  await page.waitForSelector(selector);
  return page.$eval(selector, (element) => {
    const looks = getComputedStyle(element);
    const [red, green, blue, thick = 1] = looks.backgroundColor.match(/[\d.]+/g) ?? [];
    return {
      environment: looks.borderTopStyle === 'none' ? '' : looks.borderTopWidth,
      foot: looks.borderBottomStyle === 'none' ? '' : looks.borderBottomWidth,
      ring: looks.outlineStyle === 'none' ? '' : looks.outlineWidth,
      // Where it can be seen through, what is seen is what lies under it.
      fill: Number(thick) > 0.5 ? `${red} ${green} ${blue}` : '',
    };
  });
}
