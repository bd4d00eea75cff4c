import { randomBytes } from 'node:crypto';

import type { Browser, Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';

import type { ErrorCode } from '@/lib/base/errors';
import { SECOND } from '@/lib/base/time';
import type { Status } from '@/lib/model/connection/status';
import type { Fault } from '../../beeper/faults/list';
import type { ChatRecord } from '../../beeper/world/records';
import { eventually } from '../../browsers/eventually';
import { click } from '../pages/by-role';
import { OptionsPage } from '../pages/options';
import { badgeIsRight, type Stage, withPopup } from '../stage';
import type { Parrot } from './servers';

declare const browser: Extension;

/** A chat whose title and id are found wherever chats are. */
export function addCanary({ beeper }: Stage): ChatRecord {
  const name = `Canary ${randomBytes(12).toString('hex')}`;
  return beeper.addChat({ title: name, id: `!${name.replace(' ', '')}:beeper.local` });
}

/** @returns what is left in the field for the token once Beeper has let us in */
export async function pasteToken({ companion, beeper }: Stage): Promise<string> {
  const options = await OptionsPage.open(companion);
  await options.connect({ address: beeper.url, token: beeper.token });
  await says(options, 'Connected');
  const left = await options.page.$eval(
    'input[type=password]',
    (field) => (field as HTMLInputElement).value,
  );
  await options.close();
  return left;
}

/** Everything a person does with a chat. */
export async function actOnChat(stage: Stage, { id, title }: ChatRecord): Promise<void> {
  const { beeper } = stage;
  beeper.receive(id, { text: 'Are you there?' });
  await withPopup(stage, async (popup) => {
    await eventually(() => popup.row(title));
    await popup.pressButton(`Archive ${title}`);
    await eventually(() => beeper.chat(id).isArchived);
    await popup.pressButton('Undo');
    await eventually(() => !beeper.chat(id).isArchived);
    await popup.goTo('Inbox');
    await popup.pressButton(`Mark ${title} as read`);
    await eventually(() => beeper.chat(id).unreadCount === 0);
    await popup.pressButton(`Mark ${title} as unread`);
    await eventually(() => beeper.chat(id).isMarkedUnread);
    await popup.openMenu(title);
    await popup.choose('Tomorrow');
    await eventually(() => beeper.chat(id).reminder !== null);
    await popup.pressButton(`Open ${title} in Beeper`);
    await eventually(async () => (await popup.notice()).includes(`Opened ${title}`));
    await popup.search(title);
    await eventually(async () => (await popup.rows()).length === 1);
  });
}

/** A reminder set in Beeper rings here and is clicked. */
export async function letRing(stage: Stage, { id }: ChatRecord): Promise<void> {
  const { beeper, companion } = stage;
  beeper.setReminderElsewhere(id, { remindAt: Date.now() + 3 * SECOND });
  const ringing = await withPopup(stage, () =>
    eventually(async () => (await companion.notifications()).find((one) => one.endsWith(id)), {
      message: 'The reminder ringing',
      timeoutMs: 60_000,
    }),
  );
  await companion.clickNotification(ringing);
  await eventually(async () => !(await companion.notifications()).includes(ringing));
}

const TROUBLES: readonly [Fault, ErrorCode][] = [
  ['down', 'notRunning'],
  ['401', 'tokenRejected'],
  ['html-200', 'badAnswer'],
  ['500', 'serverTrouble'],
];

/** Every kind of trouble with Beeper, of which the diagnostics tell as well. */
export async function haveTroubles(stage: Stage): Promise<void> {
  for (const [fault, code] of TROUBLES) {
    await stage.beeper.fault(fault);
    await withPopup(stage, async (popup) => {
      await troubleIs(stage, code);
      await copyDiagnostics(stage);
      await stage.beeper.heal();
      await popup.page.bringToFront();
      await troubleIs(stage, undefined);
    });
  }
}

/** Asks the worker for news until it is so, as the popup does every few seconds. */
async function troubleIs({ companion }: Stage, code: ErrorCode | undefined): Promise<void> {
  const read = () =>
    companion.evaluate(async () => {
      await browser.runtime.sendMessage({ companion: 'refresh', payload: null });
      return JSON.stringify(await browser.storage.local.get('status'));
    });
  await eventually(async () => troubleIn(await read()) === code, {
    message: `The trouble being ${code}`,
    timeoutMs: 20_000,
    intervalMs: 500,
  });
}

function troubleIn(stored: string): ErrorCode | undefined {
  return (JSON.parse(stored) as { status: { value: Status } }).status.value.trouble;
}

/** An act is refused and tried again. */
export async function beRefused(stage: Stage, { id, title }: ChatRecord): Promise<void> {
  const { beeper } = stage;
  beeper.receive(id, { text: 'One more thing' });
  await beeper.fault('403', { when: ({ path }) => path.endsWith('/archive') });
  await withPopup(stage, async (popup) => {
    await eventually(() => popup.row(title));
    await popup.pressButton(`Archive ${title}`);
    await eventually(async () => (await popup.notice()).includes('Could not archive'), {
      message: 'The popup saying that it could not archive',
      timeoutMs: 30_000,
    });
    await beeper.heal();
    await popup.pressButton('Try again');
    await eventually(() => beeper.chat(id).isArchived);
  });
}

/** @returns what is shown to be copied */
export async function copyDiagnostics({ companion }: Stage): Promise<string> {
  const options = await OptionsPage.open(companion);
  await click(options.page, { role: 'button', name: 'Copy diagnostics' });
  const shown = () => options.page.$eval('textarea', ({ value }) => value).catch(() => '');
  const text = await eventually(async () => (await shown()) || undefined);
  await options.close();
  return text;
}

/** The browser ends the worker, which wakes up for the next question. */
export async function stopAndWake(stage: Stage): Promise<void> {
  await stage.companion.stopWorker();
  await withPopup(stage, () => badgeIsRight(stage));
}

export async function disconnect({ companion }: Stage): Promise<void> {
  const options = await OptionsPage.open(companion);
  await options.disconnect();
  await eventually(async () => (await options.status()).includes('Not connected'));
  await options.close();
}

/** The one-click way, with the worker stopped while the person decides. */
export async function signIn({ companion, beeper }: Stage): Promise<void> {
  const options = await OptionsPage.open(companion);
  await options.fillAddress(beeper.url);
  await options.signIn();
  const consent = await eventually(() => consentPage(options.page.browser(), beeper.url), {
    message: "Beeper's page of consent",
  });
  await companion.stopWorker();
  await consent.locator('::-p-aria(Approve)').click();
  await says(options, 'Connected');
  await options.close();
}

async function consentPage(running: Browser, url: string): Promise<Page | undefined> {
  for (const page of await running.pages()) {
    const href = await page.evaluate(() => location.href).catch(() => '');
    if (href.startsWith(`${url}/oauth/authorize`)) return page;
  }
  return undefined;
}

/** A token is shown to a server that answers with nothing but it, until it has heard enough. */
export async function meetParrot(stage: Stage, parrot: Parrot, token: string): Promise<void> {
  const options = await OptionsPage.open(stage.companion);
  while (parrot.heard.length < 10) {
    const before = parrot.heard.length;
    await options.connect({ address: parrot.url, token });
    await eventually(() => parrot.heard.length > before);
    await eventually(() => options.page.$eval('form button', ({ disabled }) => !disabled));
  }
  await copyDiagnostics(stage);
  await options.close();
  await withPopup(stage, (popup) => eventually(async () => (await popup.foot()) !== ''));
}

/** Read from the document: queries by role hang in Chromium while another tab is in front. */
async function says({ page }: OptionsPage, words: string): Promise<void> {
  const status = () => page.$eval('[role=status]', (element) => element.textContent ?? '');
  await eventually(async () => (await status()).includes(words), {
    message: `The options page saying "${words}"`,
    timeoutMs: 20_000,
  });
}
