import { expect, it } from 'vitest';

import { isEqual } from '@/lib/base/equal';

it.each([
  [1, 1],
  [
    { a: 1, b: [{ c: null }] },
    { b: [{ c: null }], a: 1 },
  ],
  [[], []],
])('%j holds the same as %j', (one, other) => {
  expect(isEqual(one, other)).toBe(true);
});

it.each([
  [1, '1'],
  [null, {}],
  [[], {}],
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [
    [1, 2],
    [2, 1],
  ],
  [{ a: { b: 1 } }, { a: { b: 2 } }],
])('%j does not hold the same as %j', (one, other) => {
  expect(isEqual(one, other)).toBe(false);
  expect(isEqual(other, one)).toBe(false);
});
