import type { Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';

import { MINUTE } from '@/lib/base/time';
import { PAGE_ITEMS } from '@/lib/storage/items';
import { eventually } from '../browsers/eventually';
import { OptionsPage } from '../e2e/pages/options';
import { readLists } from './bare-lists';
import type { Figure, Lab, Row } from './figure';
import { quiet } from './quiet';
import { openBareStage, openBlank, type Stage } from './stage';

declare const chrome: Extension;

declare global {
  /** When a full sync was first stored as finished, ms since the epoch. */
  var walkFinishedAt: number | undefined;
}

const CHATS = 10_000;
const BOXES = ['inbox=primary', 'inbox=low-priority', 'inbox=archive'];
/** Where a full sync waits for polls, as many are taken as there is time for. */
const MOST_MS = 3 * MINUTE;
const PATIENCE_MS = 10 * MINUTE;

export const fullSync: Figure = {
  name: 'walk',
  title: 'The first walk through 10,000 chats',
  how: `To the stored walk being finished, with only the settings open; in turns with a page of the extension that fetches the same pages one after the other and keeps nothing. A new sample is begun as long as it is likely to be over within ${MOST_MS / MINUTE} minutes.`,
  minutes: () => MOST_MS / MINUTE,
  measure,
};

async function* measure(lab: Lab): AsyncGenerator<Row> {
  const stage = await openBareStage(lab, { chats: CHATS });
  const page = await openBlank(stage);
  const [walks, bare]: [Walked[], number[]] = [[], []];
  let pages = 0;
  const startedAt = Date.now();
  const isTimeLeft = () => {
    const spent = Date.now() - startedAt;
    return spent + spent / Math.max(1, walks.length) < MOST_MS;
  };
  while (walks.length < lab.options.samples && isTimeLeft()) {
    const read = await page.evaluate(readLists, stage.beeper.url, stage.beeper.token, BOXES);
    bare.push(read.tookMs);
    ({ pages } = read);
    walks.push(await firstWalk(stage, page));
  }
  const floor = { what: `the bare ${pages} pages`, samples: bare };
  const [alone, whole] = [
    walks.map(({ walkedMs }) => walkedMs),
    walks.map(({ wholeMs }) => wholeMs),
  ];
  yield { what: 'first page to finished', unit: 'ms', samples: alone, floor };
  yield {
    what: 'connected to finished',
    unit: 'ms',
    samples: whole,
    floor,
    note: 'with what a new connection asks first: who it is, all that is unread, last messages.',
  };
}

interface Walked {
  /**
   * From the first page of the full sync being asked for to the full sync being stored as finished.
   */
  walkedMs: number;
  /** From the first request of all. */
  wholeMs: number;
}

/**
 * Connects, waits for the full sync, and disconnects, so that the next one is a first one again.
 */
async function firstWalk({ companion, beeper }: Stage, page: Page): Promise<Walked> {
  const options = await OptionsPage.open(companion);
  await page.evaluate(watchWalk, PAGE_ITEMS.fullSync.key);
  beeper.clearRequests();
  await options.connect({ address: beeper.url, token: beeper.token });
  const finishedAt = await eventually(() => page.evaluate(() => globalThis.walkFinishedAt), {
    message: 'The walk through all chats',
    timeoutMs: PATIENCE_MS,
    intervalMs: 500,
  });
  const asked = beeper.requests.map(({ time }) => time);
  const firstPage = beeper.requests.find(
    ({ query }) => query.inbox !== undefined && query.unreadOnly === undefined,
  );
  await quiet(beeper);
  await options.disconnect();
  await eventually(async () => !(await options.canDisconnect()), { message: 'Disconnecting' });
  await options.close();
  return {
    walkedMs: finishedAt - (firstPage?.time ?? NaN),
    wholeMs: finishedAt - (asked[0] ?? NaN),
  };
}

/** Runs in the page. */
function watchWalk(key: string): void {
  globalThis.walkFinishedAt = undefined;
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const stored = changes[key]?.newValue as { value?: { finishedAt?: number } } | undefined;
    if (stored?.value?.finishedAt === undefined) return;
    globalThis.walkFinishedAt = Date.now();
    chrome.storage.local.onChanged.removeListener(listener);
  };
  chrome.storage.local.onChanged.addListener(listener);
}
