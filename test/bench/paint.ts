import type { Figure, Lab, Measured, Row } from './figure';
import { BLANK } from './lab';
import { openTab } from './page';
import { popupPaint } from './paint-popup';
import { type Painted, readPaint, watchPaint } from './paint-watch';
import { asking } from './quiet';
import { openStage, type Stage } from './stage';

const WORLDS = [100, 1000, 10_000];
const PATIENCE_MS = 5000;

export const paint: Figure = {
  name: 'paint',
  title: 'First paint of rows',
  how: `The popup in a fresh tab, in turns with a blank page of the same extension and with the worlds of other sizes; then as \`chrome.action.openPopup()\` opens it. The time is that of the first frame that shows a row, from the start of the navigation. Where nothing else is said the worker is awake.`,
  minutes: ({ samples }) => 1.2 + samples * 0.2,
  measure,
};

/** One size of world, and what was measured in it so far. */
interface Scene {
  chats: number;
  stage: Stage;
  blank: number[];
  popup: Painted[];
  /** The popup, its worker stopped before it is opened. */
  asleep: Painted[];
}

async function* measure(lab: Lab): AsyncGenerator<Row> {
  const { samples } = lab.options;
  const scenes = await Promise.all(WORLDS.map((chats) => openScene(lab, chats)));
  // What the first ones warm is warm ever after.
  for (const scene of scenes) await takeTurn({ ...scene, blank: [], popup: [], asleep: [] });
  for (let turn = 0; turn < samples; turn += 1) {
    for (const scene of scenes) await takeTurn(scene);
  }
  yield* scenes.map(awakeRow);
  const [small, large] = [scenes[0], scenes.at(-1)];
  if (!small || !large) return;
  yield asleepRow(large);
  yield sizeRow(small, large);
  yield* popupPaint(large.stage, samples);
}

async function openScene(lab: Lab, chats: number): Promise<Scene> {
  return { chats, stage: await openStage(lab, { chats }), blank: [], popup: [], asleep: [] };
}

async function takeTurn({ stage, blank, popup, asleep, chats }: Scene): Promise<void> {
  blank.push((await paintOf(stage, BLANK)).first);
  popup.push(await paintOf(stage, 'popup.html'));
  if (chats !== WORLDS.at(-1)) return;
  await stage.companion.stopWorker();
  asleep.push(await paintOf(stage, 'popup.html'));
}

/** What the popup asks for is over before the next page is opened. */
async function paintOf(stage: Stage, path: string): Promise<Painted> {
  const look = () => paintIn(stage, path);
  const { page, painted } = await (path === BLANK ? look() : asking(stage.beeper, look));
  await page.close();
  return painted;
}

async function paintIn({ browser, companion }: Stage, path: string) {
  const page = await openTab(browser, `${companion.origin}/${path}`, watchPaint);
  return { page, painted: await page.evaluate(readPaint, path !== BLANK, PATIENCE_MS) };
}

function awakeRow(scene: Scene): Measured {
  const what = `popup, ${scene.chats.toLocaleString('en-US')} chats`;
  return paintRow(what, scene.popup, scene.blank);
}

function asleepRow({ asleep, blank }: Scene): Measured {
  return paintRow('the largest, worker asleep', asleep, blank);
}

function paintRow(what: string, painted: readonly Painted[], blank: readonly number[]): Measured {
  const inFirst = painted.filter(({ first, rows }) => rows === first).length;
  return {
    what,
    unit: 'ms',
    samples: painted.map(rowsOf),
    floor: { what: 'a blank page', samples: blank },
    note: `the first frame with anything in it had rows in ${inFirst} of ${painted.length}.`,
  };
}

function sizeRow(small: Scene, large: Scene): Measured {
  return {
    what: 'the largest against the smallest',
    unit: 'ms',
    samples: large.popup.map(rowsOf),
    floor: { what: `${small.chats} chats`, samples: small.popup.map(rowsOf) },
  };
}

function rowsOf({ rows }: Painted): number {
  if (rows === undefined) throw new Error('No row was painted.');
  return rows;
}
