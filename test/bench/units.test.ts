import { describe, expect, test } from 'vitest';

import { inUnit, ratioText } from './units';

describe('a value in its unit', () => {
  test.each([
    [4, 'ms', '4 ms'],
    [0.234, 'ms', '0.23 ms'],
    [44.26, 'ms', '44.3 ms'],
    [-1.5, 'ms', '-1.50 ms'],
    [152.4, 'ms', '152 ms'],
    [9999.6, 'ms', '10,000 ms'],
    [24_222, 'ms', '24.2 s'],
    [3600, 'seconds', '3,600 s'],
    [0, 'seconds', '0 ms'],
    [812, 'bytes', '812 B'],
    [20_070, 'bytes', '19.6 KB'],
    [3_500_000, 'bytes', '3.34 MB'],
    [1440, 'count', '1,440'],
    [2.5, 'count', '2.50'],
  ] as const)('%d %s is %s', (value, unit, text) => {
    expect(inUnit(value, unit)).toBe(text);
  });
});

describe('a ratio', () => {
  test('comes with its spread', () => {
    expect(ratioText({ value: 2.3456, q1: 2.2, q3: 10.04 })).toBe('2.35 (2.20–10.0)');
  });

  test.each([
    [0.0123, '0.0123'],
    [0.5, '0.50'],
    [42.42, '42.4'],
    [1234.5, '1,235'],
  ])('of %d is %s', (value, text) => {
    expect(ratioText({ value })).toBe(text);
  });

  test('over nothing is a dash', () => {
    expect(ratioText(undefined)).toBe('–');
  });
});
