import { IS_TOLD } from './extension-process';
import type { Figure, Lab, Row } from './figure';
import { hasInstant, NO_INSTANT } from './instant';
import { BLANK } from './lab';
import { extensionMemory } from './process-memory';
import { asking } from './quiet';
import { launch, openStage, type Stage } from './stage';
import { median } from './statistics';
import { inUnit } from './units';
import { workerHeap } from './worker-heap';

const CHATS = 10_000;

export const memory: Figure = {
  name: 'memory',
  title: 'Memory at 10,000 chats',
  how: `Each time the worker is stopped, then started anew by opening the popup, which has it poll; measured once the popup is closed again and the worker's garbage is taken away, in turns with an extension whose worker does nothing. The process is the one that runs the extension's worker and pages, without what it shares with others (Pss).`,
  minutes: ({ samples }) => 0.6 + samples * 0.08,
  measure,
};

/** Bytes. */
interface Memory {
  heap: number[];
  process: number[];
}

async function* measure(lab: Lab): AsyncGenerator<Row> {
  const isLive = await hasInstant(lab);
  // It has no welcome page to wait for.
  const empty = await launch(lab.emptyExtension, lab.ends, { keepsWelcome: true });
  const [polled, live] = await Promise.all([
    openStage(lab, { chats: CHATS, isInstant: false }),
    isLive ? openStage(lab, { chats: CHATS, isInstant: true }) : undefined,
  ]);
  const [ofEmpty, ofPolled, ofLive] = [none(), none(), none()] as const;
  for (let sample = 0; sample < lab.options.samples; sample += 1) {
    await takeEmpty(empty, ofEmpty);
    await takeFresh(polled, ofPolled);
    if (live) await takeFresh(live, ofLive);
  }
  yield* rowsOf('polling', ofPolled, ofEmpty);
  yield* live ? rowsOf('live', ofLive, ofEmpty) : [{ what: 'live', why: NO_INSTANT }];
}

type Running = Omit<Stage, 'beeper'>;

async function takeEmpty(running: Running, into: Memory): Promise<void> {
  await running.companion.stopWorker();
  await (await running.companion.openPage(BLANK)).close();
  await take(running, into);
}

async function takeFresh({ beeper, ...running }: Stage, into: Memory): Promise<void> {
  await running.companion.stopWorker();
  const popup = await asking(beeper, () => running.companion.openPage('popup.html'));
  await popup.close();
  await take(running, into);
}

async function take({ companion, browser }: Running, into: Memory): Promise<void> {
  into.heap.push(await workerHeap(browser, companion.origin));
  if (IS_TOLD) into.process.push(await extensionMemory(browser));
}

function rowsOf(how: string, measured: Memory, empty: Memory): Row[] {
  const row = (what: string, name: keyof Memory): Row => ({
    what: `${how}, ${what}`,
    unit: 'bytes',
    samples: measured[name],
    floor: { what: 'the empty extension', samples: empty[name] },
    note: `${inUnit(median(measured[name]) - median(empty[name]), 'bytes')} above the floor.`,
  });
  const heap = row('heap of the worker', 'heap');
  if (IS_TOLD) return [heap, row('extension process', 'process')];
  return [heap, { what: `${how}, extension process`, why: 'only Linux tells it' }];
}

function none(): Memory {
  return { heap: [], process: [] };
}
