import { describe, expect, test } from 'vitest';

import { FIGURE_NAMES } from './figure';
import { isWhole, readOptions } from './options';

describe('the options', () => {
  test('are everything, 15 samples and 10 minutes unless told otherwise', () => {
    const options = readOptions([]);
    expect(options).toEqual({ only: FIGURE_NAMES, samples: 15, minutes: 10 });
    expect(isWhole(options)).toBe(true);
  });

  test.each([
    [['--only', 'paint,keys']],
    [['--only', 'paint', '--only', 'keys']],
    [['--only', 'paint', 'keys']],
  ])('take figures by name, as in %j', (args) => {
    const options = readOptions(args);
    expect(options.only).toEqual(['paint', 'keys']);
    expect(isWhole(options)).toBe(false);
  });

  test('take numbers', () => {
    expect(readOptions(['--samples', '30', '--minutes=2'])).toMatchObject({
      samples: 30,
      minutes: 2,
    });
  });

  test.each([
    [['--only', 'paints'], 'no figure "paints"'],
    [['--samples', '0'], '--samples takes a whole number'],
    [['--minutes', 'ten'], '--minutes takes a whole number'],
    [['--sample', '3'], '--sample'],
  ])('%j are refused by name', (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });
});
