import { setTimeout as pause } from 'node:timers/promises';

import type { Beeper } from '../beeper/server';
import { eventually } from '../browsers/eventually';

const QUIET_MS = 250;
const PATIENCE_MS = 60_000;
/** A page that has just been opened has Beeper asked within this, or not at all. */
const FIRST_ASKED_MS = 2000;

/** Waits until nobody has asked Beeper anything for a while, and everything asked is answered. */
export async function quiet({ requests }: Beeper): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let known = -1;
  while (known !== requests.length || requests.some(({ status }) => status === null)) {
    if (Date.now() > deadline) throw new Error('Beeper is asked without a pause.');
    known = requests.length;
    await pause(QUIET_MS);
  }
}

/** Waits until what is done here has had Beeper asked, if it does, and that is over. */
export async function asking<T>(beeper: Beeper, work: () => Promise<T>): Promise<T> {
  const before = beeper.requests.length;
  const result = await work();
  const isAsked = () => beeper.requests.length > before;
  await eventually(isAsked, { timeoutMs: FIRST_ASKED_MS }).catch(() => undefined);
  await quiet(beeper);
  return result;
}
