import { setTimeout as pause } from 'node:timers/promises';

import type { Page } from 'puppeteer-core';

import { SECOND } from '@/lib/base/time';
import { readBadgeWatch, watchBadge } from './badge-watch';
import { type BareClient, startBareClient } from './bare-client';
import type { Figure, Lab, Measured, Row } from './figure';
import { hasInstant, NO_INSTANT } from './instant';
import { quiet } from './quiet';
import { openBlank, openStage, type Stage } from './stage';
import { summarize } from './statistics';
import { inUnit } from './units';
import { clockGap, wall } from './wall';

const WORLD = { chats: 10_000, readFrom: 100 };
const PACE_MS = 2 * SECOND;
const POLL_MS = 30 * SECOND;

export const badge: Figure = {
  name: 'badge',
  title: 'From a message to the badge',
  how: `At 10,000 chats. A page of the extension that runs none of its code asks for the badge's text as fast as the browser answers, which keeps a processor busy; the time runs from before the stand-in is told to have a message. The floor is a bare \`ws\` client on the same socket, in a process of its own, and ends when that client has the frame.`,
  minutes: ({ samples }) => 1.5 + samples * 0.08,
  measure,
};

/** One message: when it was sent, when the bare client had it and when the badge did. */
interface Told {
  sentAt: number;
  heardAt: number;
  shownAt: number;
}

interface Rig {
  stage: Stage;
  /** Looks at the badge. */
  page: Page;
  client: BareClient;
}

async function* measure(lab: Lab): AsyncGenerator<Row> {
  yield* (await hasInstant(lab)) ? live(lab) : notLive();
  yield* polled(lab);
}

function* notLive(): Generator<Row> {
  yield { what: 'live, worker awake', why: NO_INSTANT };
  yield { what: 'live, worker asleep', why: NO_INSTANT };
}

async function* live(lab: Lab): AsyncGenerator<Row> {
  const rig = await setUp(lab, true);
  const { companion } = rig.stage;
  yield* await liveRows(rig, 'live, worker awake', lab.options.samples, async () => {});
  yield* await liveRows(rig, 'live, worker asleep', lab.options.samples, companion.stopWorker);
}

async function setUp(lab: Lab, isInstant: boolean): Promise<Rig> {
  const stage = await openStage(lab, { ...WORLD, isInstant });
  const client = await startBareClient(stage.beeper, lab.ends);
  return { stage, client, page: await openBlank(stage) };
}

async function liveRows(
  rig: Rig,
  what: string,
  samples: number,
  before: () => Promise<void>,
): Promise<Row[]> {
  const told: Told[] = [];
  const gaps: number[] = [];
  let asleep = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const next = pause(PACE_MS);
    await before();
    await pause(PACE_MS / 4);
    asleep += (await rig.stage.companion.isWorkerRunning()) ? 0 : 1;
    told.push(await tellOne(rig, gaps));
    await next;
  }
  const isSlept = `the worker was asleep when ${asleep} of ${samples} messages came`;
  return rowsOf(what, told, `${isSlept}; ${await precision(rig.page, gaps)}`);
}

async function tellOne({ stage, page, client }: Rig, gaps: number[]): Promise<Told> {
  await page.evaluate(watchBadge, 0);
  const sent = send(stage);
  const watch = await page.evaluate(readBadgeWatch, badgeText(stage), POLL_MS);
  gaps.push(...watch.gaps);
  const shownAt = watch.changes.at(-1)?.at ?? NaN;
  return { sentAt: sent.at, heardAt: await client.heard(sent.id), shownAt };
}

/** Messages spread over two polls; each is told by the first badge that counts it. */
async function* polled(lab: Lab): AsyncGenerator<Row> {
  const rig = await setUp(lab, false);
  const { samples } = lab.options;
  await quiet(rig.stage.beeper);
  const before = rig.stage.beeper.unread();
  const sent: { id: string; at: number }[] = [];
  await rig.page.evaluate(watchBadge, 10);
  for (let message = 0; message < samples; message += 1) {
    sent.push(send(rig.stage));
    await pause((2 * POLL_MS) / samples);
  }
  const { changes, gaps } = await rig.page.evaluate(
    readBadgeWatch,
    badgeText(rig.stage),
    2 * POLL_MS,
  );
  const told = sent.map(async ({ id, at }, index) => {
    const shown = changes.find(({ text }) => Number(text) > before + index);
    return { sentAt: at, heardAt: await rig.client.heard(id), shownAt: shown?.at ?? NaN };
  });
  yield* rowsOf('polled every 30 s', await Promise.all(told), await precision(rig.page, gaps));
}

function send({ beeper }: Stage): { id: string; at: number } {
  const plain = [...beeper.chats.values()].find(
    (chat) => !chat.isMuted && !chat.isArchived && !chat.isLowPriority,
  );
  if (!plain) throw new Error('The seed has no such chat.');
  const at = wall();
  return { id: beeper.receive(plain.id, { text: 'Are you there?' }).id, at };
}

function badgeText({ beeper }: Stage): string {
  return String(beeper.unread());
}

function rowsOf(what: string, told: readonly Told[], note: string): Measured[] {
  return [
    {
      what,
      unit: 'ms',
      samples: told.map(({ sentAt, shownAt }) => shownAt - sentAt),
      floor: {
        what: 'the bare client',
        samples: told.map(({ sentAt, heardAt }) => heardAt - sentAt),
      },
      note,
    },
    {
      what: `${what}, behind the bare client`,
      unit: 'ms',
      samples: told.map(({ heardAt, shownAt }) => shownAt - heardAt),
    },
  ];
}

/** Nothing is subtracted for it. */
async function precision(page: Page, gaps: readonly number[]): Promise<string> {
  const { median, p95 } = summarize(gaps);
  const theirs = await page.evaluate(clockGap);
  const apart = inUnit(Math.abs(theirs - clockGap()), 'ms');
  return `the badge was looked at every ${inUnit(median, 'ms')} (p95 ${inUnit(p95, 'ms')}); the clocks of page and stand-in are ${apart} apart.`;
}
