import type { Clock } from '@/lib/base/time';

/** A Wednesday. */
export const NOON = Date.parse('2026-05-20T12:00:00Z');

export interface TestClock {
  now: Clock;
  advance(ms: number): void;
  set(at: number): void;
}

/** A clock that moves only when told to. */
export function createClock(start = NOON): TestClock {
  let at = start;
  return {
    now: () => at,
    advance: (ms) => {
      at += ms;
    },
    set: (to) => {
      at = to;
    },
  };
}
