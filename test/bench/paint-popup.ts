import type { Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';

import type { Measured } from './figure';
import { BLANK } from './lab';
import { PREPARE } from './page';
import { type Painted, readPaint } from './paint-watch';
import { asking } from './quiet';
import { openBlank, type Stage } from './stage';

declare const chrome: Extension;

const PATIENCE_MS = 5000;

interface Opened extends Painted {
  /** From the call that opens it to the frame, ms. */
  sinceCall: number;
}

/** The popup under the toolbar's button, in turns with a blank page in its place. */
export async function* popupPaint(stage: Stage, samples: number): AsyncGenerator<Measured> {
  const opener = await openBlank(stage);
  const [blank, popup]: [Opened[], Opened[]] = [[], []];
  // What the first ones warm is warm ever after.
  for (let turn = -1; turn < samples; turn += 1) {
    const pair = [
      await open(stage, opener, BLANK),
      await open(stage, opener, 'popup.html'),
    ] as const;
    if (turn < 0) continue;
    blank.push(pair[0]);
    popup.push(pair[1]);
  }
  await opener.close();
  const seen = popup.filter(({ first, rows }) => rows === first).length;
  yield {
    what: 'really opened, the largest',
    unit: 'ms',
    samples: popup.map(prerenderedOf),
    floor: { what: 'a blank popup', samples: blank.map(prerenderedOf) },
    note: `the first frame with anything in it was seen to have rows in ${seen} of ${samples}.`,
  };
  yield {
    what: 'the same from the call',
    unit: 'ms',
    samples: popup.map(({ sinceCall }) => sinceCall),
    floor: { what: 'a blank popup', samples: blank.map(({ sinceCall }) => sinceCall) },
    note: 'with the time the browser takes to make the popup itself.',
  };
}

async function open(stage: Stage, opener: Page, path: string): Promise<Opened> {
  const look = () => openIn(stage, opener, path);
  const { page, opened } = await (path === BLANK ? look() : asking(stage.beeper, look));
  await page.close();
  return opened;
}

async function openIn({ browser, companion }: Stage, opener: Page, path: string) {
  const url = `${companion.origin}/${path}`;
  const before = new Set(browser.targets());
  await opener.bringToFront();
  const calledAt = await opener.evaluate(openPopup, path);
  const target = await browser.waitForTarget((one) => one.url() === url && !before.has(one));
  const page = await target.asPage();
  await page.evaluate(PREPARE);
  const painted = await page.evaluate(readPaint, path !== BLANK, PATIENCE_MS);
  const sinceCall = painted.openedAt + prerenderedOf(painted) - calledAt;
  return { page, opened: { ...painted, sinceCall } };
}

/** Runs in the page; answers when it called, ms since the epoch. */
async function openPopup(path: string): Promise<number> {
  await chrome.action.setPopup({ popup: path });
  const calledAt = performance.timeOrigin + performance.now();
  await chrome.action.openPopup();
  return calledAt;
}

/** Watched from its end alone, a row that was drawn anew meanwhile is no longer told of. */
function prerenderedOf({ first, rows }: Painted): number {
  return rows ?? first;
}
