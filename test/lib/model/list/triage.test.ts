import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  oneof,
  property,
  record,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  currentOf,
  follow,
  goBack,
  isOver,
  resultsOf,
  type Run,
  settle,
  skip,
  startRun,
  undoBatches,
  withOnly,
} from '@/lib/model/list/triage';

const idsOf = ({ steps }: Run) => steps.map(({ chatID }) => chatID);
const shownIn = (run: Run) => currentOf(run)?.chatID;

describe('a run', () => {
  it('goes through the unread chats in order and says what became of them', () => {
    let run = startRun(['a', 'b', 'c', 'd']);
    run = settle(run, 'archived');
    run = settle(run, 'reminded');
    run = skip(run);
    expect(shownIn(run)).toBe('d');
    run = settle(run, 'archived');
    expect(isOver(run)).toBe(true);
    expect(resultsOf(run)).toEqual([
      { outcome: 'archived', count: 2 },
      { outcome: 'reminded', count: 1 },
      { outcome: 'skipped', count: 1 },
    ]);
  });

  it('passes over what was read elsewhere, and takes new ones in at the end', () => {
    const run = follow(settle(startRun(['a', 'b', 'c', 'd']), 'archived'), ['e', 'b', 'd']);
    expect(idsOf(run)).toEqual(['a', 'b', 'd', 'e']);
    expect(shownIn(run)).toBe('b');
  });

  it('keeps what is shown although it was read, and takes back in what is unread again', () => {
    const read = follow(startRun(['a', 'b', 'c']), ['c']);
    expect(idsOf(read)).toEqual(['a', 'c']);
    expect(idsOf(follow(read, ['b', 'c']))).toEqual(['a', 'c', 'b']);
  });

  it('is over when it is over, whatever comes', () => {
    const over = skip(startRun(['a']));
    expect(follow(over, ['b'])).toBe(over);
    expect(skip(over)).toBe(over);
    expect(settle(over, 'archived')).toBe(over);
  });

  it('is over at once where nothing is unread', () => {
    expect(isOver(startRun([]))).toBe(true);
    expect(goBack(startRun([])).at).toBe(0);
  });

  it('shows a chat again with what became of it when its action is taken back', () => {
    let run = settle(settle(startRun(['a', 'b']), 'archived', '1'), 'read', '2');
    run = undoBatches(run, '2');
    expect([shownIn(run), run.steps[1]]).toEqual(['b', { chatID: 'b' }]);
    run = settle(goBack(goBack(run)), 'muted', '3');
    expect(run.steps[0]?.outcome).toBe('muted');
    expect(undoBatches(run, '3').steps[0]?.outcome).toBe('archived');
    expect(undoBatches(undoBatches(run, '3'), '1').steps[0]?.outcome).toBeUndefined();
    expect(undoBatches(run, '2')).toBe(run);
  });

  it('leaves a chat as a later action left it when an earlier one is taken back', () => {
    const once = settle(startRun(['a', 'b']), 'archived', '1');
    const twice = settle(goBack(once), 'muted', '2');
    const run = undoBatches(twice, '1');
    expect([shownIn(run), run.steps[0]?.outcome]).toEqual(['a', 'muted']);
    expect(undoBatches(run, '2').steps[0]?.outcome).toBeUndefined();
  });

  it('comes to no more than what was done: what was not taken in has not happened', () => {
    const run = settle(settle(startRun(['a', 'b', 'c']), 'archived', '1'), 'muted', '2');
    const stood = withOnly(run, new Set(['2']));
    expect(resultsOf(stood)).toEqual([{ outcome: 'muted', count: 1 }]);
    expect([stood.actions.map(({ id }) => id), shownIn(stood)]).toEqual([['2'], 'c']);
  });

  it('leaves what was settled as it is when it is only looked at again', () => {
    const third = settle(settle(startRun(['a', 'b', 'c']), 'archived', '1'), 'read', '2');
    const run = skip(goBack(goBack(third)));
    expect(shownIn(run)).toBe('c');
    expect(run.steps[0]?.outcome).toBe('archived');
    expect(run.actions).toHaveLength(2);
  });
});

/** What may happen in a run: by a person, or in Beeper. */
type Move =
  { kind: 'archived' | 'muted' | 'skip' | 'back' | 'undo' } | { kind: 'news'; unread: string[] };

const moves: Arbitrary<Move[]> = array(
  oneof(
    record({ kind: constantFrom('archived', 'muted', 'skip', 'back', 'undo') }),
    record({ kind: constant('news'), unread: ids() }),
  ) as Arbitrary<Move>,
  { maxLength: 40 },
);

function ids(): Arbitrary<string[]> {
  return uniqueArray(constantFrom(...'abcdefghijklmnop'), { maxLength: 12 });
}

function move(run: Run, how: Move): Run {
  switch (how.kind) {
    case 'archived':
    case 'muted':
      return settle(run, how.kind, `${run.actions.length}`);
    case 'skip':
      return skip(run);
    case 'back':
      return goBack(run);
    case 'undo':
      return undoBatches(run, run.actions.at(-1)?.id ?? '');
    case 'news':
      return follow(run, how.unread);
  }
}

describe('any run', () => {
  it('knows its place and its total, and never leads on to a chat twice', () => {
    assert(
      property(ids(), moves, (unread, happened) => {
        let run = startRun(unread);
        for (const how of happened) {
          const before = run;
          run = move(run, how);
          expect(new Set(idsOf(run)).size).toBe(run.steps.length);
          expect(run.at).toBeGreaterThanOrEqual(0);
          expect(run.at).toBeLessThanOrEqual(run.steps.length);
          const settled = resultsOf(run).reduce((sum, { count }) => sum + count, 0);
          expect(settled).toBe(run.steps.filter(({ outcome }) => outcome).length);
          const isOnward = run.at > before.at;
          expect(isOnward && currentOf(run)?.outcome).toBeFalsy();
          // News never take away, or move, what somebody has before them or has seen.
          const seen = before.at + 1;
          expect(idsOf(run).slice(0, seen)).toEqual(idsOf(before).slice(0, seen));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('ends after as many steps as are left, and everything before the end is settled', () => {
    assert(
      property(ids(), moves, (unread, happened) => {
        let run = happened.reduce(move, startRun(unread));
        for (let left = run.steps.length - run.at; left > 0; left -= 1) run = skip(run);
        expect(isOver(run)).toBe(true);
        expect(run.steps.every(({ outcome }) => outcome)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('taken back as a whole has done nothing', () => {
    assert(
      property(ids(), moves, (unread, happened) => {
        let run = happened.reduce(move, startRun(unread));
        run = run.actions.map(({ id }) => id).reduceRight(undoBatches, run);
        expect(run.actions).toEqual([]);
        expect(run.steps.every(({ outcome = 'skipped' }) => outcome === 'skipped')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
