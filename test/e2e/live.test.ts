import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as Extension } from 'webextension-polyfill';

import type { LoggedRequest } from '../beeper/http/request';
import { eventually } from '../browsers/eventually';
import { OptionsPage } from './pages/options';
import { click } from './pages/by-role';
import {
  badgeIsRight,
  BROWSERS,
  connect,
  type Stage,
  unreadChat,
  useStage,
  withPopup,
} from './stage';

declare const browser: Extension;

/** Far less than any poll: what shows within this was told by Beeper. */
const TOLD_MS = 3000;

describe.each(BROWSERS)('live in %s', (name) => {
  const stage = useStage(name, { chats: 60, seed: 23 });
  beforeAll(async () => {
    await connect(stage);
    await goesLive(stage);
    await badgeIsRight(stage);
  });

  test('the popup says so, and Beeper is polled every five minutes only', async () => {
    await withPopup(stage, (popup) =>
      eventually(async () => (await popup.foot()).startsWith('Live'), { timeoutMs: 10_000 }),
    );
    expect(await pollMinutes(stage)).toBe(5);
  });

  test('the badge follows as it happens', async () => {
    const { beeper } = stage;
    const { id } = unreadChat(stage);
    for (const happens of [
      () => beeper.receive(id, { text: 'Are you there?' }),
      () => beeper.readElsewhere(id),
      () => beeper.markUnreadElsewhere(id),
      () => beeper.muteElsewhere(id),
      () => beeper.muteElsewhere(id, false),
      () => beeper.receive(beeper.addChat().id, { text: 'Hello! Is this the right number?' }),
    ]) {
      happens();
      await badgeIsRight(stage, TOLD_MS);
    }
  });

  test('so does the open popup', async () => {
    const { beeper } = stage;
    const { id, title } = unreadChat(stage);
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.row(title));
      beeper.receive(id, { text: 'This was told at once' });
      await eventually(() => popup.says('This was told at once'), { timeoutMs: TOLD_MS });
    });
  });

  test('it goes on after the worker was stopped', async () => {
    await stage.companion.stopWorker();
    stage.beeper.receive(unreadChat(stage).id, { text: 'Knock knock' });
    // In Firefox the socket ends with the background, and an alarm brings both back.
    if (name === 'firefox') await ringSooner(stage, 'socket');
    await badgeIsRight(stage, name === 'firefox' ? 45_000 : TOLD_MS);
    await goesLive(stage);
    await badgeIsRight(stage, TOLD_MS);
  });

  test('a socket that was cut is opened anew, and what happened meanwhile is made up for', async () => {
    const { beeper } = stage;
    beeper.socket.cut();
    beeper.receive(unreadChat(stage).id, { text: 'Nobody listens' });
    await badgeIsRight(stage);
    await goesLive(stage);
  });

  test('a gap in the count of events has Beeper asked', async () => {
    const { beeper } = stage;
    const [lost, told] = [beeper.addChat(), beeper.addChat()];
    beeper.socket.lose(2);
    beeper.receive(lost.id, { text: 'Lost' });
    beeper.socket.skipSeq(2);
    beeper.receive(told.id, { text: 'Told' });
    await badgeIsRight(stage, TOLD_MS);
  });

  test('Beeper going away and coming back shows within moments', async () => {
    await stage.beeper.fault('down');
    await eventually(
      async () => (await stage.companion.badge()).title.includes('Beeper is not running'),
      { timeoutMs: 5000 },
    );
    await stage.beeper.heal();
    await badgeIsRight(stage);
    await goesLive(stage);
  });

  test('the token is let through only while a handshake lasts', async () => {
    expect(JSON.stringify(await rules(stage))).not.toMatch(/authorization/i);
  });

  test('the person can switch it off and on', async () => {
    const options = await OptionsPage.open(stage.companion);
    const instant = { role: 'checkbox', name: 'Instant updates' };
    await click(options.page, instant);
    await eventually(() => stage.beeper.socket.count === 0);
    expect(await pollMinutes(stage)).toBe(0.5);
    await withPopup(stage, (popup) =>
      eventually(async () => /^Updated \d+ s ago/.test(await popup.foot())),
    );
    await click(options.page, instant);
    await goesLive(stage);
    await options.close();
  });
});

describe.each(BROWSERS)('a web page in %s', (name) => {
  const stage = useStage(name, { chats: 10, seed: 3 });
  let site: Server;
  beforeAll(async () => {
    site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Nice page</title>');
    });
    await new Promise<void>((resolve) => {
      site.listen(0, '127.0.0.1', resolve);
    });
    await connect(stage);
    await goesLive(stage);
  });
  afterAll(() => site.close());

  test('gets no token for a socket of its own, not even while ours is being opened', async () => {
    const { beeper, companion } = stage;
    const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const ours = await companion.openPage('manifest.json');
    const page = await ours.browser().newPage();
    await page.goto(address);
    const url = beeper.url.replace('http', 'ws');
    beeper.clearRequests();
    await page.evaluate(openSockets, `${url}/v1/ws`);
    // Ours is opened again and again meanwhile, each time with the rule in force.
    for (let round = 0; round < 2; round += 1) {
      const before = handshakes(beeper.requests).ours.length;
      beeper.socket.cut();
      await eventually(() => handshakes(beeper.requests).ours.length > before, {
        timeoutMs: 30_000,
      });
      await goesLive(stage);
    }
    await page.evaluate('globalThis.isOver = true');
    const { ours: letIn, theirs } = handshakes(beeper.requests);
    expect(letIn.map(({ headers }) => headers.authorization)).toEqual(
      letIn.map(() => `Bearer ${beeper.token}`),
    );
    // Firefox has a page wait longer after each failure.
    expect(theirs.length).toBeGreaterThan(2);
    expect(theirs.map(({ headers }) => headers.authorization).filter(Boolean)).toEqual([]);
    await page.close();
    await ours.close();
  });
});

async function goesLive({ companion, beeper }: Stage): Promise<void> {
  const isLive = () =>
    companion.evaluate(async () => {
      const { status } = await browser.storage.local.get('status');
      return (status as { value?: { isLive?: boolean } }).value?.isLive === true;
    });
  await eventually(async () => beeper.socket.count === 1 && (await isLive()), {
    message: 'The socket being live',
    timeoutMs: 45_000,
  });
}

async function pollMinutes({ companion }: Stage): Promise<number | undefined> {
  const alarm = await companion.evaluate(() => browser.alarms.get('poll'));
  return alarm?.periodInMinutes;
}

/** The browser's own alarm, with the period it has: only its next time is put forward. */
async function ringSooner({ companion }: Stage, alarm: string): Promise<void> {
  await companion.evaluate(async (name) => {
    const { periodInMinutes } = (await browser.alarms.get(name)) ?? {};
    if (periodInMinutes === undefined) throw new Error(`No alarm ${name} repeats`);
    browser.alarms.create(name, { when: Date.now() + 1000, periodInMinutes });
  }, alarm);
}

function rules({ companion }: Stage): Promise<unknown[]> {
  return companion.evaluate(() => browser.declarativeNetRequest.getSessionRules());
}

function handshakes(requests: readonly LoggedRequest[]) {
  const all = requests.filter(({ path }) => path === '/v1/ws');
  return { ours: all.filter(isOurs), theirs: all.filter((request) => !isOurs(request)) };
}

function isOurs({ headers }: LoggedRequest): boolean {
  return /extension:/.test(headers.origin ?? '');
}

/** Runs in the page. */
function openSockets(url: string): void {
  const scope = globalThis as { isOver?: boolean };
  const open = () => {
    if (scope.isOver) return;
    const socket = new WebSocket(url);
    socket.addEventListener('close', () => setTimeout(open, 20));
  };
  open();
}
