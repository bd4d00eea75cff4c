import { describe, expect, test } from 'vitest';

import { median, ratioOf, summarize } from './statistics';

describe('a summary', () => {
  test('has the middle, the quartiles and the slow end, whatever the order', () => {
    const hundred = Array.from({ length: 101 }, (_, index) => (index * 37) % 101);
    expect(summarize(hundred)).toEqual({ count: 101, median: 50, q1: 25, q3: 75, p95: 95 });
  });

  test('lies between two samples where none is in the middle', () => {
    expect(summarize([4, 1, 2, 3])).toMatchObject({ median: 2.5, q1: 1.75, q3: 3.25 });
  });

  test('of one sample is that sample', () => {
    expect(summarize([7])).toEqual({ count: 1, median: 7, q1: 7, q3: 7, p95: 7 });
  });

  test('of nothing is an error and no number', () => {
    expect(() => summarize([])).toThrow('no samples');
  });

  test('leaves the samples in their order', () => {
    const samples = [3, 1, 2];
    median(samples);
    expect(samples).toEqual([3, 1, 2]);
  });
});

describe('a ratio', () => {
  test('is the middle one of the pairs, with their spread', () => {
    expect(ratioOf([20, 60, 90], [10, 20, 60])).toEqual({ value: 2, q1: 1.75, q3: 2.5 });
  });

  test('is that of the medians, without a spread, where the samples are no pairs', () => {
    expect(ratioOf([20, 40], [10])).toEqual({ value: 3 });
    expect(ratioOf([20], [10])).toEqual({ value: 2 });
    expect(ratioOf([20, 40, 60], [0, 10, 10])).toEqual({ value: 4 });
  });

  test('over nothing is none', () => {
    expect(ratioOf([20, 40], [0, 0])).toBeUndefined();
  });
});
