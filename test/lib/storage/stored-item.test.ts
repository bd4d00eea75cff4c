import { describe, expect, it } from 'vitest';

import { readNumber } from '@/lib/base/parse';
import { pack, type StoredItem, unpack } from '@/lib/storage/stored-item';

/** Kept as text at first, as text with a unit then, as a number now. */
const ITEM: StoredItem<number> = {
  key: 'minutes',
  version: 3,
  fallback: 5,
  read: readNumber,
  migrations: {
    1: (old) => `${String(old)} min`,
    2: (old) => Number.parseInt(String(old), 10),
  },
};

describe('a stored item', () => {
  it('is read as it was written', () => {
    expect(unpack(ITEM, pack(ITEM, 7))).toStrictEqual({ state: 'stored', value: 7 });
  });

  it('has its fallback while nothing is stored', () => {
    expect(unpack(ITEM, undefined)).toStrictEqual({ state: 'missing', value: 5 });
  });

  it.each([
    [1, '7'],
    [2, '7 min'],
    [3, 7],
  ])('is brought up to date from version %d', (version, value) => {
    expect(unpack(ITEM, { version, value })).toStrictEqual({ state: 'stored', value: 7 });
  });

  it.each([
    ['of a newer version', { version: 4, value: 7 }],
    ['of a version nobody can bring up to date', { version: 0, value: 7 }],
    ['of half a version', { version: 1.5, value: 7 }],
    ['without a version', { value: 7 }],
    ['with odd content', { version: 3, value: 'seven' }],
    ['with odd old content', { version: 1, value: null }],
    ['that is no record', 7],
    ['that is null', null],
  ])('%s keeps what was found aside', (_what, found) => {
    expect(unpack(ITEM, found)).toStrictEqual({ state: 'unreadable', value: 5, found });
  });
});
