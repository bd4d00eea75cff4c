import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import {
  dueWalk,
  FRESH_WALK,
  isFirst,
  nextStep,
  readWalk,
  type Walk,
} from '@/lib/model/chats/full-sync';
import { NOON } from '../../../helpers/clock';

const POLLING = { isLive: false };

describe('the walk', () => {
  it('begins with the inbox and is due at once', () => {
    expect(dueWalk(FRESH_WALK, NOON, POLLING)).toStrictEqual({ box: 'primary', startedAt: NOON });
  });

  it('goes page by page through list after list and ends', () => {
    let walk = dueWalk(FRESH_WALK, NOON, POLLING) ?? FRESH_WALK;
    const seen: string[] = [];
    for (const next of ['a', undefined, undefined, 'b', undefined]) {
      seen.push(`${walk.box} ${walk.cursor ?? 'first'}`);
      walk = nextStep(walk, next, NOON + 1);
    }
    expect(seen).toStrictEqual([
      'primary first',
      'primary a',
      'low-priority first',
      'archive first',
      'archive b',
    ]);
    expect(walk).toStrictEqual({ startedAt: NOON, steppedAt: NOON + 1, finishedAt: NOON + 1 });
  });

  it.each([
    ['while Beeper is polled', POLLING, 5 * MINUTE],
    ['while it tells by itself', { isLive: true }, HOUR],
  ])('is gone again step by step: %s', (_when, how, ms) => {
    const finished = { startedAt: NOON, steppedAt: NOON, finishedAt: NOON };
    expect(dueWalk(finished, NOON + ms - 1, how)).toBeUndefined();
    const again = dueWalk(finished, NOON + ms, how);
    expect(again).toStrictEqual({ ...finished, box: 'primary', startedAt: NOON + ms });
    const stepped = nextStep(again ?? {}, 'x', NOON + ms);
    expect(stepped).toMatchObject({ box: 'primary', cursor: 'x', finishedAt: NOON });
    expect(dueWalk(stepped, NOON + 2 * ms - 1, how)).toBeUndefined();
    expect(dueWalk(stepped, NOON + 2 * ms, how)).toBe(stepped);
  });

  it('is repeated when the clock was put back', () => {
    const finished = { startedAt: NOON, finishedAt: NOON };
    expect(dueWalk(finished, NOON - HOUR, POLLING)).toBeDefined();
  });

  it('has met everyone once its first round is over', () => {
    expect(isFirst({ box: 'archive', cursor: 'x', startedAt: NOON })).toBe(true);
    expect(isFirst({ box: 'archive', cursor: 'x', finishedAt: NOON })).toBe(false);
  });

  it('goes on where it was', () => {
    const walk: Walk = { box: 'archive', cursor: 'x', pages: 3, startedAt: NOON };
    expect(dueWalk(walk, NOON + 1, POLLING)).toBe(walk);
  });

  it.each([
    ['the same cursor again', { box: 'archive', cursor: 'x', startedAt: NOON }, 'x'],
    ['pages without end', { box: 'archive', cursor: 'x', pages: 500, startedAt: NOON }, 'y'],
  ] as const)('ends a list that gives %s', (_what, walk, next) => {
    expect(nextStep(walk, next, NOON)).toStrictEqual({
      startedAt: NOON,
      steppedAt: NOON,
      finishedAt: NOON,
    });
  });

  it.each<Walk>([
    {},
    { box: 'archive', cursor: 'x', pages: 3, startedAt: NOON },
    { startedAt: NOON, steppedAt: NOON, finishedAt: NOON },
  ])('is read as it was stored: %j', (walk) => {
    expect(readWalk(JSON.parse(JSON.stringify(walk)))).toStrictEqual(walk);
  });

  it('begins anew where what was stored makes no sense', () => {
    expect(readWalk({ box: 'spam', cursor: 4, pages: 'many' })).toStrictEqual({});
    expect(readWalk('walk')).toBeUndefined();
  });
});
