import { describe, expect, it } from 'vitest';

import { drawnIndices, drawnRange } from '@/lib/model/list/drawn-range';

describe('the rows to draw', () => {
  it.each([
    ['all of a short list', 7, 0, { start: 0, end: 7 }],
    ['the first of a long one', 1000, 0, { start: 0, end: 40 }],
    ['those around what is seen', 1000, 500, { start: 485, end: 525 }],
    ['no fewer near the end', 1000, 990, { start: 960, end: 1000 }],
    ['the last where the list has become shorter', 50, 500, { start: 10, end: 50 }],
    ['none of none', 0, 0, { start: 0, end: 0 }],
  ])('are %s', (_name, total, top, range) => {
    expect(drawnRange(total, { top, seen: 10, budget: 40 })).toStrictEqual(range);
  });

  it('are around what is seen even when more is seen than is to be drawn', () => {
    expect(drawnRange(1000, { top: 500, seen: 60, budget: 40 }).start).toBe(500);
  });

  it.each([
    ['before them', 2, [2, 10, 11, 12]],
    ['among them', 11, [10, 11, 12]],
    ['after them', 90, [10, 11, 12, 90]],
    ['nowhere', -1, [10, 11, 12]],
  ])('have the one with the focus among them, which is %s', (_name, kept, indices) => {
    expect(drawnIndices({ start: 10, end: 13 }, kept)).toStrictEqual(indices);
  });
});
