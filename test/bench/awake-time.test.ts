import { describe, expect, test } from 'vitest';

import { awakeWithin } from './awake-time';

const TURNS = [
  { at: 10, isAwake: true },
  { at: 40, isAwake: false },
  { at: 70, isAwake: true },
];

describe('the time awake', () => {
  test.each([
    ['all of it, up to a turn that has not come', 0, 100, 60],
    ['a stretch within', 15, 20, 5],
    ['a stretch of sleep', 45, 65, 0],
    ['a stretch across', 30, 80, 20],
    ['before it ever woke', 0, 10, 0],
  ])('of %s', (_stretch, from, to, awake) => {
    expect(awakeWithin(TURNS, from, to)).toBe(awake);
  });

  test('is none where nothing was seen', () => {
    expect(awakeWithin([], 0, 100)).toBe(0);
  });

  test('counts a turn told twice once', () => {
    const twice = [{ at: 0, isAwake: true }, ...TURNS];
    expect(awakeWithin(twice, 0, 50)).toBe(40);
  });
});
