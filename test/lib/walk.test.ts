import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '../../lib/time';
import { dueWalk, FRESH_WALK, nextStep, readWalk, type Walk } from '../../lib/walk';
import { NOON } from '../helpers/clock';

describe('the walk', () => {
  it('begins with the inbox and is due at once', () => {
    expect(dueWalk(FRESH_WALK, 0, NOON)).toStrictEqual({ box: 'primary', startedAt: NOON });
  });

  it('goes page by page through list after list and ends', () => {
    let walk = dueWalk(FRESH_WALK, 0, NOON) ?? FRESH_WALK;
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
    expect(walk).toStrictEqual({ startedAt: NOON, finishedAt: NOON + 1 });
  });

  it.each([
    [0, 5 * MINUTE],
    [1000, 5 * MINUTE],
    [4000, 20 * MINUTE],
    [100_000, HOUR],
  ])('through %d chats is repeated after %d ms', (chats, ms) => {
    const finished = { startedAt: NOON, finishedAt: NOON };
    expect(dueWalk(finished, chats, NOON + ms - 1)).toBeUndefined();
    expect(dueWalk(finished, chats, NOON + ms)).toStrictEqual({
      box: 'primary',
      startedAt: NOON + ms,
    });
  });

  it('is repeated when the clock was put back', () => {
    expect(dueWalk({ startedAt: NOON, finishedAt: NOON }, 0, NOON - HOUR)).toBeDefined();
  });

  it('goes on where it was', () => {
    const walk: Walk = { box: 'archive', cursor: 'x', pages: 3, startedAt: NOON };
    expect(dueWalk(walk, 0, NOON + 9 * HOUR)).toBe(walk);
  });

  it.each([
    ['the same cursor again', { box: 'archive', cursor: 'x', startedAt: NOON }, 'x'],
    ['pages without end', { box: 'archive', cursor: 'x', pages: 500, startedAt: NOON }, 'y'],
  ] as const)('ends a list that gives %s', (_what, walk, next) => {
    expect(nextStep(walk, next, NOON)).toStrictEqual({ startedAt: NOON, finishedAt: NOON });
  });

  it.each<Walk>([
    {},
    { box: 'archive', cursor: 'x', pages: 3, startedAt: NOON },
    { startedAt: NOON, finishedAt: NOON },
  ])('is read as it was stored: %j', (walk) => {
    expect(readWalk(JSON.parse(JSON.stringify(walk)))).toStrictEqual(walk);
  });

  it('begins anew where what was stored makes no sense', () => {
    expect(readWalk({ box: 'spam', cursor: 4, pages: 'many' })).toStrictEqual({});
    expect(readWalk('walk')).toBeUndefined();
  });
});
