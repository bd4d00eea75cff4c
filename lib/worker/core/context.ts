import type { AlarmName } from '@/lib/browser/alarms';
import type { Reaction } from './reactions';
import type { Deps } from './session';
import type { createTimers } from './timers';

/** What every feature of the worker is made of. */
export interface Context extends Deps {
  setTimer: ReturnType<typeof createTimers>;
  /** Starts work that nobody waits for. */
  background(work: Promise<unknown>): void;
}

export type Alarms = Record<AlarmName, () => Promise<void>>;

/**
 * What a feature brings beside its handlers: the companion combines those of all features, and does
 * not compile where an alarm or a request has no feature.
 */
export interface FeatureParts {
  alarms?: Partial<Alarms>;
  reactions?: readonly Reaction[];
}
