import { describe, expect, it } from 'vitest';

import { MINUTE, SECOND } from '@/lib/base/time';
import { nextGap, reconnectDelay } from '@/lib/beeper/live/pace';

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

it('tells a flood of a second in few portions', () => {
  const moments = [0];
  for (let gap = nextGap(0); (moments.at(-1) ?? 0) < SECOND; gap = nextGap(gap)) {
    moments.push((moments.at(-1) ?? 0) + gap);
  }
  expect(moments).toStrictEqual([0, 100, 300, 700, 1500]);
  expect(nextGap(10 * SECOND)).toBe(2 * SECOND);
});
