import { setTimeout as pause } from 'node:timers/promises';

import type { Page } from 'puppeteer-core';

import { SECOND } from '@/lib/base/time';
import type { Beeper } from '../beeper/server';
import { isUnread } from '../beeper/world/records';
import { eventually } from '../browsers/eventually';
import type { Figure, Lab, Row } from './figure';
import { currentRow, type KeyPress, readKey, watchKey } from './key-watch';
import { BARE } from './lab';
import { openTab } from './page';
import { quiet } from './quiet';
import { openStage, type Stage } from './stage';

const ARCHIVE = 'POST /v1/chats/:chatID/archive';

export const keys: Figure = {
  name: 'keys',
  title: 'From the key to the row gone, and to Beeper being asked',
  how: `\`e\` in the popup at 10,000 chats, in turns with a page of the extension whose listener does nothing but remove a row and ask the stand-in to archive. Times run from the key's own time stamp; "painted" is the first task after the frame that follows. When the stand-in was asked is known in whole milliseconds. Amidst events: 1,000 messages a second come to 200 other chats, before and after the key.`,
  minutes: ({ samples }) => 0.6 + samples * 0.1,
  measure,
};

interface Pressed extends KeyPress {
  /** From the key to the request's arrival, ms. */
  asked: number;
}

async function* measure(lab: Lab): AsyncGenerator<Row> {
  const stage = await openStage(lab, { chats: 10_000 });
  const { browser, companion, beeper } = stage;
  const bare = await openTab(browser, `${companion.origin}/${BARE}`);
  await bare.evaluate(tellRequest, `${beeper.url}${archivePath(beeper)}`, beeper.token);
  const popup = await openTab(browser, `${companion.origin}/popup.html`);
  await quiet(beeper);
  const [floor, pressed, amidst]: [Pressed[], Pressed[], Pressed[]] = [[], [], []];
  for (let turn = -1; turn < lab.options.samples; turn += 1) {
    const pair = [await press(stage, bare), await press(stage, popup)] as const;
    if (turn < 0) continue;
    floor.push(pair[0]);
    pressed.push(pair[1]);
    amidst.push(await pressAmidst(stage, popup));
  }
  yield row('key to row out of the document', floor, pressed, ({ gone }) => gone);
  yield row('key to frame painted without it', floor, pressed, ({ painted }) => painted);
  yield row('key to the archive request arriving', floor, pressed, ({ asked }) => asked);
  yield row('amidst events, key to row out of the document', floor, amidst, ({ gone }) => gone);
  yield row('amidst events, key to frame painted', floor, amidst, ({ painted }) => painted);
}

const EVENTS = 1000;
const PORTION = 50;

async function pressAmidst(stage: Stage, page: Page): Promise<Pressed> {
  const pressed = pause(SECOND / 2).then(() => press(stage, page));
  await flood(stage.beeper, pressed);
  await quiet(stage.beeper);
  return pressed;
}

/** Messages to chats that are further down, so that the first row stays what it is. */
async function flood(beeper: Beeper, until: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  void until.finally(() => over.abort());
  const others = [...beeper.chats.values()].filter((chat) => !isUnread(chat)).slice(0, 200);
  for (let sent = 0; sent < EVENTS || !over.signal.aborted; sent += PORTION) {
    for (let one = sent; one < sent + PORTION; one += 1) {
      const chat = others[one % others.length];
      if (chat) beeper.receive(chat.id, { text: `Message ${one}` });
    }
    await pause((SECOND * PORTION) / EVENTS);
  }
}

async function press({ beeper }: Stage, page: Page): Promise<Pressed> {
  await page.bringToFront();
  const label = await eventually(() => page.evaluate(currentRow), { message: 'A row in focus' });
  await page.evaluate(watchKey, label);
  const before = beeper.requests.length;
  await page.keyboard.press('e');
  const keyPress = await page.evaluate(readKey);
  const request = await eventually(
    () => beeper.requests.slice(before).find(({ route }) => route === ARCHIVE),
    { message: 'The archive request' },
  );
  await quiet(beeper);
  return { ...keyPress, asked: request.time - keyPress.pressedAt };
}

function row(
  what: string,
  floor: readonly Pressed[],
  pressed: readonly Pressed[],
  time: (press: Pressed) => number,
): Row {
  return {
    what,
    unit: 'ms',
    samples: pressed.map(time),
    floor: { what: 'a bare page', samples: floor.map(time) },
  };
}

/** Of a chat in the archive, which stays there. */
function archivePath({ chats }: Beeper): string {
  const archived = [...chats.values()].find(({ isArchived }) => isArchived);
  if (!archived) throw new Error('The seed has no archived chat.');
  return `/v1/chats/${encodeURIComponent(archived.id)}/archive`;
}

/** Runs in the bare page. */
function tellRequest(url: string, token: string): void {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: '{"archived":true}' };
  Object.assign(globalThis, { archive: [url, request] });
}
