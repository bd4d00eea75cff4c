import type { AlarmName } from '@/lib/browser/alarms';
import type { Deps } from './session';
import type { createTimers } from './timers';

/** What every feature of the worker is made of. */
export interface Context extends Deps {
  setTimer: ReturnType<typeof createTimers>;
  /** Starts work that nobody waits for. */
  background(work: Promise<unknown>): void;
}

/** What each alarm does; one without a feature does not compile. */
export type Alarms = Record<AlarmName, () => Promise<void>>;
