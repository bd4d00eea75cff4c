import type { Beeper } from '../beeper/server';
import type { Companion } from '../browsers/companion';
import { say } from './say';
import { SHOTS } from './shots';
import { Stage } from './stage';
import { actSteps } from './steps/acts';
import { connectSteps, disconnectSteps } from './steps/connect';
import { findSteps } from './steps/find';
import { newsSteps } from './steps/news';
import { reminderSteps } from './steps/reminders';
import { tabSteps } from './steps/tabs';
import { troubleSteps } from './steps/trouble';
import type { Step } from './steps/step';

const STEPS: readonly Step[] = [
  ...connectSteps,
  ...newsSteps,
  ...tabSteps,
  ...actSteps,
  ...reminderSteps,
  ...findSteps,
  ...troubleSteps,
  ...disconnectSteps,
];

/** Shows all of the companion without a screen: says what is seen, and checks that it is so. */
export async function tour(beeper: Beeper, companion: Companion): Promise<void> {
  const began = Date.now();
  const stage = new Stage(beeper, companion);
  for (const { title, take } of STEPS) {
    say(`\n${title}`);
    try {
      await take(stage);
    } catch (error) {
      throw new Error(`"${title}" did not hold: ${reasonOf(error)}`, { cause: error });
    }
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  say(`\nAll of it held, in ${seconds} s. ${stage.shots.count} pictures are in ${SHOTS}.`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
