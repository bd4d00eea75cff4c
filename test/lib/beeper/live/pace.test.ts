import { describe, expect, it } from 'vitest';

import { MINUTE, SECOND } from '@/lib/base/time';
import { gapAfter, reconnectDelay } from '@/lib/beeper/live/pace';

describe('the wait before the next attempt', () => {
  it.each([
    ['lost', 0, SECOND],
    ['lost', 3, 8 * SECOND],
    ['lost', 60, 30 * SECOND],
    ['away', 1, 2 * SECOND],
    ['away', 900, 30 * SECOND],
    ['refused', 4, 16 * SECOND],
    ['refused', 900, 30 * MINUTE],
  ] as const)('after %s, for the %dth time, is %d ms', (ending, failures, ms) => {
    expect(reconnectDelay(ending, failures, 0.5)).toBe(ms);
  });

  it('is spread, so that not all come back at once', () => {
    expect(reconnectDelay('lost', 0, 0)).toBe(750);
    expect(reconnectDelay('lost', 0, 1)).toBe(1250);
  });
});

it.each([
  [1, 100],
  [2, 100],
  [12, 240],
  [50, SECOND],
  [10_000, SECOND],
])('after %d events the next ones are gathered for %d ms', (events, gap) => {
  expect(gapAfter(events)).toBe(gap);
});
