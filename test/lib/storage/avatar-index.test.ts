import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DAY, HOUR } from '@/lib/base/time';
import {
  drawnFrom,
  type StoredPicture,
  missingFrom,
  placedOn,
  readAvatarIndex,
  type AvatarIndex,
} from '@/lib/storage/avatar-index';
import { NOON } from '../../helpers/clock';

function kept(address: string, overrides: Partial<StoredPicture> = {}): StoredPicture {
  return { address, at: NOON, size: 2000, ...overrides };
}

function shelfOf(...all: StoredPicture[]): AvatarIndex {
  return new Map(all.map((one) => [one.address, one]));
}

/** As many as there is room for, the first drawn longest ago. */
function fullShelf(): StoredPicture[] {
  return Array.from({ length: 400 }, (_, index) => kept(`mxc://a/${index}`, { at: NOON + index }));
}

describe('a picture', () => {
  it.each<[string, StoredPicture | undefined, boolean]>([
    ['that nobody knows of is missing', undefined, true],
    ['that is kept is not missing', kept('mxc://a/1', { at: NOON - 100 * DAY }), false],
    ['that could not be had is not missed at once', kept('mxc://a/1', { size: 0 }), false],
    [
      'that could not be had is not missed within a day',
      kept('mxc://a/1', { size: 0, at: NOON - DAY }),
      false,
    ],
    [
      'that could not be had is missed after a day',
      kept('mxc://a/1', { size: 0, at: NOON - DAY - 1 }),
      true,
    ],
    [
      'that could not be had before the clock was put back is missed',
      kept('mxc://a/1', { size: 0, at: NOON + DAY + 1 }),
      true,
    ],
  ])('%s', (_what, known, isMissing) => {
    const missing = missingFrom(shelfOf(...(known ? [known] : [])), ['mxc://a/1'], NOON);
    expect(missing).toStrictEqual(isMissing ? ['mxc://a/1'] : []);
  });

  it('drawn again soon changes nothing, not even the object', () => {
    const avatarIndex = shelfOf(kept('mxc://a/1', { at: NOON - HOUR }));
    expect(drawnFrom(avatarIndex, ['mxc://a/1', 'mxc://a/2'], NOON)).toBe(avatarIndex);
  });

  it('drawn after a while is noted, and no other', () => {
    const [seen, stale] = [kept('mxc://a/1', { at: 0 }), kept('mxc://a/2', { at: 0 })];
    const avatarIndex = drawnFrom(shelfOf(seen, stale), ['mxc://a/1'], NOON);
    expect([...avatarIndex.values()]).toStrictEqual([{ ...seen, at: NOON }, stale]);
  });

  it('that could not be had is not drawn: its day ends', () => {
    const avatarIndex = shelfOf(kept('mxc://a/1', { at: 0, size: 0 }));
    expect(drawnFrom(avatarIndex, ['mxc://a/1'], NOON)).toBe(avatarIndex);
  });
});

describe('a full shelf', () => {
  it('gives room to a new picture by the one drawn longest ago', () => {
    const all = fullShelf();
    const { avatarIndex, dropped } = placedOn(shelfOf(...all), kept('mxc://b/1', { at: 0 }));
    expect(dropped).toStrictEqual(['mxc://a/0']);
    expect(avatarIndex.has('mxc://b/1')).toBe(true);
    expect(avatarIndex.size).toBe(400);
  });

  it('drops nothing for a picture it has already', () => {
    const changed = kept('mxc://a/0', { size: 3000 });
    const { avatarIndex, dropped } = placedOn(shelfOf(...fullShelf()), changed);
    expect(dropped).toStrictEqual([]);
    expect(avatarIndex.get('mxc://a/0')).toStrictEqual(changed);
  });

  it('never holds more than 400 pictures and 2 MB, and always the new one', () => {
    const size = fc.oneof(fc.nat(3000), fc.nat(32 * 1024));
    const all = fc.array(fc.record({ at: fc.nat(), size }), { maxLength: 500 });
    const placing = fc.property(all, size, (given, newSize) => {
      const before = shelfOf(...given.map((one, index) => kept(`mxc://a/${index}`, one)));
      const { avatarIndex, dropped } = placedOn(before, kept('mxc://b/1', { size: newSize }));
      const sizes = [...avatarIndex.values()].map((one) => one.size);
      expect(avatarIndex.has('mxc://b/1')).toBe(true);
      expect(avatarIndex.size).toBeLessThanOrEqual(400);
      expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2 * 1024 * 1024);
      expect([...before.keys()].filter((address) => !avatarIndex.has(address))).toStrictEqual(
        dropped,
      );
      const [oldest, newestDropped] = [
        Math.min(...[...avatarIndex.values()].filter(({ address }) => before.has(address)).map(at)),
        Math.max(...dropped.map((address) => before.get(address)?.at ?? 0)),
      ];
      expect(newestDropped).toBeLessThanOrEqual(oldest);
    });
    fc.assert(placing, { numRuns: 200 });
  });
});

function at(one: StoredPicture): number {
  return one.at;
}

describe('a stored shelf', () => {
  it('is read as it was', () => {
    const avatarIndex = shelfOf(kept('mxc://a/1'), kept('file:///a', { size: 0 }));
    expect(readAvatarIndex(JSON.parse(JSON.stringify([...avatarIndex.values()])))).toStrictEqual(
      avatarIndex,
    );
  });

  it.each([undefined, null, 'shelf', {}, [null, 7, 'x', {}, { address: 'mxc://a/1' }]])(
    'that cannot be read is empty: %j',
    (value) => {
      expect(readAvatarIndex(value)).toStrictEqual(new Map());
    },
  );
});
