import { expect, test } from 'vitest';

import { FIGURE_NAMES } from './figure';
import { FIGURES } from './figures';
import { readOptions } from './options';

test('every figure that can be asked for is there, once', () => {
  expect(FIGURES.map(({ name }) => name).toSorted()).toEqual([...FIGURE_NAMES].toSorted());
});

test('all of them take no more than 25 minutes unless told to', () => {
  const minutes = FIGURES.map((figure) => figure.minutes(readOptions([])));
  expect(minutes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(25);
});
