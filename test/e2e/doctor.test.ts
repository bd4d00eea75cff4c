import { createServer } from 'node:http';

import { describe, expect, test } from 'vitest';

import { ERRORS, type ErrorCode } from '@/lib/base/errors';
import english from '../../public/_locales/en/messages.json';
import type { Fault } from '../beeper/faults/list';
import { eventually } from '../browsers/eventually';
import { first, namesOf } from './pages/by-role';
import { ConnectionPage } from './pages/connection';
import type { PopupPage } from './pages/popup';
import { badgeIsRight, BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

const PATIENT = { timeoutMs: 25_000 };

interface Case {
  code: ErrorCode;
  fault: Fault;
  /** The one button that helps, in the popup. */
  popup: string;
  /** The same in the settings, where more can be done. */
  options: string;
}

const CASES: Case[] = [
  { code: 'notRunning', fault: 'down', popup: 'Open Beeper', options: 'Open Beeper' },
  { code: 'notSignedIn', fault: 'signed-out', popup: 'Open Beeper', options: 'Open Beeper' },
  { code: 'tokenRejected', fault: '401', popup: 'Open settings', options: 'Connect with Beeper' },
  { code: 'tooOld', fault: '404', popup: 'Get the update', options: 'Get the update' },
  { code: 'serverTrouble', fault: '503', popup: 'Try again', options: 'Try again' },
  { code: 'badAnswer', fault: 'json-foreign', popup: 'Try again', options: 'Try again' },
  { code: 'rateLimited', fault: '429', popup: 'Try again', options: 'Try again' },
];

/** The words come from one table; a second browser has to show only that it draws them. */
const IN_FIREFOX: ReadonlySet<ErrorCode> = new Set(['notRunning', 'tokenRejected', 'badAnswer']);

describe.each(BROWSERS)('the doctor in %s', (browser) => {
  const stage = useStage(browser, { chats: 30, seed: 5 });

  test('has nothing to say while all is well', async () => {
    await connect(stage);
    await badgeIsRight(stage);
    await withPopup(stage, async (popup) => {
      await isWell(popup);
      expect(await footButtons(popup)).toEqual([]);
    });
    await withOptions(stage, async (options) => {
      await options.says('Connected');
      expect(await options.buttons()).toEqual(['Save token', 'Disconnect']);
    });
  });

  const cases = CASES.filter(({ code }) => browser === 'chromium' || IN_FIREFOX.has(code));

  test.each(cases)(
    '$code, met as $fault, is told alike by popup, settings and tooltip',
    async ({ code, fault, ...buttons }) => {
      await stage.beeper.fault(fault);
      expect(await isTold(stage, code, buttons)).toBe(titleOf(code));
    },
  );

  test('notBeeper, met as another program at its port, is told alike and looked around for', async () => {
    await stage.beeper.fault('down');
    await withPopup(stage, (popup) => says(popup, titleOf('notRunning')));
    const stranger = await takePortOf(stage);
    const buttons = { popup: 'Open settings', options: 'Look for Beeper' };
    expect(await isTold(stage, 'notBeeper', buttons)).toBe(titleOf('notBeeper'));
    await withOptions(stage, async (options) => {
      await options.press('Look for Beeper');
      await eventually(async () => (await options.found()).length > 0);
    });
    await stranger.leave();
    expect(stranger.shown).toEqual([]);
    await stage.beeper.heal();
    await withPopup(stage, isWell);
  });

  test('a token that may only read is no trouble, and what it cannot do is not drawn', async () => {
    await connect(stage, stage.beeper.readOnlyToken);
    await withOptions(stage, async (options) => {
      await options.says('This token may only read');
      expect(await options.buttons()).toContain('Connect with Beeper');
    });
    await withPopup(stage, async (popup) => {
      await isWell(popup);
      await eventually(async () => (await popup.rows()).length > 0);
      const offered = await popup.page.$$eval('li button', (all) =>
        all.map((one) => one.ariaLabel),
      );
      expect(offered.filter((name) => /^(Archive|Mark|Mute)/.test(name ?? ''))).toEqual([]);
      expect(offered.filter((name) => name?.startsWith('Open'))).not.toEqual([]);
    });
    expect((await stage.companion.badge()).title).toMatch(/^\d+ unread in Beeper/);
    await connect(stage);
  });

  test('"Copy diagnostics" copies states and counts, and shows the same', async () => {
    await withOptions(stage, async (options) => {
      await options.press('Copy diagnostics');
      const text = await eventually(async () => (await options.diagnostics()) || undefined);
      expect(JSON.parse(text)).toMatchObject({
        beeper: { version: '4.3.20', address: stage.beeper.url },
        connection: { isConnected: true },
        known: { chats: stage.beeper.chats.size },
      });
      expect(secretsIn(text, stage)).toEqual([]);
      expect(JSON.parse(await pasted(options))).toEqual(JSON.parse(text));
    });
  });

  test('and what went wrong is in them, without a word of what was said', async () => {
    await withOptions(stage, async (options) => {
      await options.press('Copy diagnostics');
      const text = await eventually(async () => (await options.diagnostics()) || undefined);
      const { logEntries } = JSON.parse(text) as { logEntries: { code: string }[] };
      const codes = new Set(logEntries.map(({ code }) => code));
      for (const { code } of cases) expect(codes).toContain(code);
      expect(secretsIn(text, stage)).toEqual([]);
    });
  });
});

/**
 * In all three places: the same title, and where there is room, why it is so and what helps.
 *
 * @returns the tooltip's headline
 */
async function isTold(
  stage: Stage,
  code: ErrorCode,
  buttons: Record<'popup' | 'options', string>,
): Promise<string | undefined> {
  const title = titleOf(code);
  const tooltip = await withPopup(stage, async (popup) => {
    await says(popup, title);
    expect(await footButtons(popup)).toEqual([buttons.popup]);
    return (await stage.companion.badge()).title;
  });
  await withOptions(stage, async (options) => {
    await options.says(title);
    const said = await options.said();
    expect(said).toContain(english[`error_${code}_cause`].message);
    expect(said).toContain(english[`error_${code}_step`].message);
    expect(await options.buttons()).toContain(buttons.options);
  });
  return tooltip.split('\n')[0];
}

function titleOf(code: keyof typeof ERRORS): string {
  return english[`error_${code}_title`].message;
}

async function says(popup: PopupPage, words: string): Promise<void> {
  await eventually(async () => (await popup.foot()).includes(words), {
    ...PATIENT,
    message: `The popup saying "${words}"`,
  });
}

/** A pause may have to pass first. */
async function isWell(popup: PopupPage): Promise<void> {
  await eventually(() => popup.isFresh(), {
    timeoutMs: 45_000,
    message: 'All being well',
  });
}

async function footButtons(popup: PopupPage): Promise<string[]> {
  const foot = await first(popup.page, { role: 'contentinfo' });
  return foot ? namesOf(foot, 'button') : [];
}

async function withOptions(
  { companion }: Stage,
  work: (options: ConnectionPage) => Promise<void>,
): Promise<void> {
  const options = await ConnectionPage.open(companion);
  await work(options);
  await options.close();
}

/** Another program takes the port of a Beeper that is away, and sees what it is shown. */
async function takePortOf({ beeper }: Stage) {
  const shown: string[] = [];
  const server = createServer((request, response) => {
    if (request.headers.authorization) shown.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Router</h1>');
  });
  await new Promise<void>((resolve) => {
    server.listen({ port: beeper.port, host: '127.0.0.1' }, resolve);
  });
  const leave = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { shown, leave };
}

/** What of all that only Beeper and its person should know is in the text. */
function secretsIn(text: string, { beeper }: Stage): string[] {
  const chats = [...beeper.chats.values()];
  const said = chats.flatMap(({ id }) => beeper.messages(id).map((message) => message.html ?? ''));
  const secrets = [
    beeper.token,
    beeper.readOnlyToken,
    ...chats.flatMap(({ id, title }) => [id, title ?? '']),
    ...said,
  ];
  return secrets.filter((secret) => secret.length > 4 && text.includes(secret));
}

/** What is in the clipboard, as one line, by the only way that needs no leave. */
async function pasted({ page }: ConnectionPage): Promise<string> {
  const field = await page.$('#address');
  await field?.click({ count: 3 });
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  return page.$eval('#address', (box) => (box as HTMLInputElement).value);
}
