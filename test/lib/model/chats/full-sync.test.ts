import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import {
  dueFullSync,
  FRESH_FULL_SYNC,
  isFirst,
  nextStep,
  readFullSync,
  type FullSync,
} from '@/lib/model/chats/full-sync';
import { NOON } from '../../../helpers/clock';

const POLLING = { isLive: false };

describe('the walk', () => {
  it('begins with the inbox and is due at once', () => {
    expect(dueFullSync(FRESH_FULL_SYNC, NOON, POLLING)).toStrictEqual({
      box: 'primary',
      startedAt: NOON,
    });
  });

  it('goes page by page through list after list and ends', () => {
    let fullSync = dueFullSync(FRESH_FULL_SYNC, NOON, POLLING) ?? FRESH_FULL_SYNC;
    const seen: string[] = [];
    for (const next of ['a', undefined, undefined, 'b', undefined]) {
      seen.push(`${fullSync.box} ${fullSync.cursor ?? 'first'}`);
      fullSync = nextStep(fullSync, next, NOON + 1);
    }
    expect(seen).toStrictEqual([
      'primary first',
      'primary a',
      'low-priority first',
      'archive first',
      'archive b',
    ]);
    expect(fullSync).toStrictEqual({ startedAt: NOON, steppedAt: NOON + 1, finishedAt: NOON + 1 });
  });

  it.each([
    ['while Beeper is polled', POLLING, 5 * MINUTE],
    ['while it tells by itself', { isLive: true }, HOUR],
  ])('is gone again step by step: %s', (_when, how, ms) => {
    const finished = { startedAt: NOON, steppedAt: NOON, finishedAt: NOON };
    expect(dueFullSync(finished, NOON + ms - 1, how)).toBeUndefined();
    const again = dueFullSync(finished, NOON + ms, how);
    expect(again).toStrictEqual({ ...finished, box: 'primary', startedAt: NOON + ms });
    const stepped = nextStep(again ?? {}, 'x', NOON + ms);
    expect(stepped).toMatchObject({ box: 'primary', cursor: 'x', finishedAt: NOON });
    expect(dueFullSync(stepped, NOON + 2 * ms - 1, how)).toBeUndefined();
    expect(dueFullSync(stepped, NOON + 2 * ms, how)).toBe(stepped);
  });

  it('is repeated when the clock was put back', () => {
    const finished = { startedAt: NOON, finishedAt: NOON };
    expect(dueFullSync(finished, NOON - HOUR, POLLING)).toBeDefined();
  });

  it('has met everyone once its first round is over', () => {
    expect(isFirst({ box: 'archive', cursor: 'x', startedAt: NOON })).toBe(true);
    expect(isFirst({ box: 'archive', cursor: 'x', finishedAt: NOON })).toBe(false);
  });

  it('goes on where it was', () => {
    const fullSync: FullSync = { box: 'archive', cursor: 'x', pages: 3, startedAt: NOON };
    expect(dueFullSync(fullSync, NOON + 1, POLLING)).toBe(fullSync);
  });

  it.each([
    ['the same cursor again', { box: 'archive', cursor: 'x', startedAt: NOON }, 'x'],
    ['pages without end', { box: 'archive', cursor: 'x', pages: 500, startedAt: NOON }, 'y'],
  ] as const)('ends a list that gives %s', (_what, fullSync, next) => {
    expect(nextStep(fullSync, next, NOON)).toStrictEqual({
      startedAt: NOON,
      steppedAt: NOON,
      finishedAt: NOON,
    });
  });

  it.each<FullSync>([
    {},
    { box: 'archive', cursor: 'x', pages: 3, startedAt: NOON },
    { startedAt: NOON, steppedAt: NOON, finishedAt: NOON },
  ])('is read as it was stored: %j', (fullSync) => {
    expect(readFullSync(JSON.parse(JSON.stringify(fullSync)))).toStrictEqual(fullSync);
  });

  it('begins anew where what was stored makes no sense', () => {
    expect(readFullSync({ box: 'spam', cursor: 4, pages: 'many' })).toStrictEqual({});
    expect(readFullSync('walk')).toBeUndefined();
  });
});
