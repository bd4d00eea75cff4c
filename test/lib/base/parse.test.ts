import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  readArray,
  readBoolean,
  readCount,
  readMoment,
  readNumber,
  readObject,
  readOneOf,
  readString,
  readText,
} from '@/lib/base/parse';

const READERS = [readArray, readBoolean, readCount, readMoment, readNumber, readObject, readText];

describe('reading from outside', () => {
  it.each(READERS)('never throws: %o', (read) => {
    const reading = fc.property(fc.anything(), (value) => void read(value));
    expect(() => fc.assert(reading)).not.toThrow();
  });

  it.each([
    [0, 0],
    [3.9, 3],
    [-2, 0],
    [Number.NaN, undefined],
    [Infinity, undefined],
    ['3', undefined],
    [null, undefined],
  ])('reads %j as the count %j', (value, count) => {
    expect(readCount(value)).toBe(count);
  });

  it.each([
    ['2026-05-20T12:00:00Z', 1_779_278_400_000],
    ['2026-05-20T14:00:00+02:00', 1_779_278_400_000],
    [1_779_278_400_000, 1_779_278_400_000],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [8.64e15 - 86_400_000, 8.64e15 - 86_400_000],
    [8.65e15, undefined],
    [-1e300, undefined],
  ])('reads %j as the moment %j', (value, moment) => {
    expect(readMoment(value)).toBe(moment);
  });

  it('reads only moments of which a date can be made', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (value) => {
        const moment = readMoment(value) ?? 0;
        expect(Number.isNaN(new Date(moment).getTime())).toBe(false);
      }),
    );
  });

  it('takes blank text for none', () => {
    expect([readText(' \n'), readText(' a '), readString(' ')]).toStrictEqual([
      undefined,
      'a',
      ' ',
    ]);
  });

  it('takes only what is allowed', () => {
    expect(readOneOf('b', ['a', 'b'])).toBe('b');
    expect(readOneOf('toString', ['a', 'b'])).toBeUndefined();
  });
});
