import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ElementHandle } from 'puppeteer-core';

import { eventually } from '../browsers/eventually';
import { first } from '../e2e/pages/by-role';
import type { Lab } from './figure';
import type { Stage } from './stage';

const SWITCH = 'Instant updates';

export const NO_INSTANT = `this build has no switch "${SWITCH}"`;

/** Whether live updates can be had at all: the build has the words for them. */
export async function hasInstant({ extension }: Lab): Promise<boolean> {
  const words = await readFile(join(extension, '_locales', 'en', 'messages.json'), 'utf8');
  return words.includes(SWITCH);
}

/** Turns live updates on or off, as a person does, and waits until Beeper's socket agrees. */
export async function setInstant({ companion, beeper }: Stage, isWanted: boolean): Promise<void> {
  const page = await companion.openPage('options.html');
  const find = async () =>
    (await first(page, { role: 'switch', name: SWITCH })) ??
    (await first(page, { role: 'checkbox', name: SWITCH }));
  const found = await eventually(find, { message: `The switch "${SWITCH}"` });
  if ((await isOn(found)) !== isWanted) await found.click();
  await eventually(async () => (await isOn(found)) === isWanted && isFollowed(), {
    message: `Updates being ${isWanted ? 'instant' : 'polled'}`,
  });
  await page.close();

  function isFollowed(): boolean {
    return beeper.socket.count > 0 === isWanted;
  }
}

function isOn(found: ElementHandle): Promise<boolean> {
  return found.evaluate((element) =>
    element instanceof HTMLInputElement ? element.checked : element.ariaChecked === 'true',
  );
}
