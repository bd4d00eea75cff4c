import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { SECOND } from '@/lib/base/time';
import { createTimers } from '@/lib/worker/core/timers';
import { NOON } from '../../../helpers/clock';

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  onTestFinished(() => void vi.useRealTimers());
});

/** How often the work is done within a minute. */
function done(...moments: (number | undefined)[]): number {
  const setTimer = createTimers(Date.now);
  const work = vi.fn<() => void>();
  for (const at of moments) setTimer('reminders', at, work);
  vi.advanceTimersByTime(60 * SECOND);
  return work.mock.calls.length;
}

describe('a timer', () => {
  it.each([
    ['in the near future', NOON + 20 * SECOND, 1],
    ['further off than an alarm may be late', NOON + 40 * SECOND, 0],
    ['now', NOON, 0],
    ['in the past', NOON - SECOND, 0],
    ['never', undefined, 0],
  ])('for a moment %s', (_when, at, times) => {
    expect(done(at)).toBe(times);
  });

  it('is replaced by the next one of its name', () => {
    expect(done(NOON + 20 * SECOND, NOON + 30 * SECOND)).toBe(1);
    expect(done(NOON + 20 * SECOND, undefined)).toBe(0);
  });
});
