import { describe, expect, it } from 'vitest';

import { MINUTE, SECOND } from '@/lib/base/time';
import { type Act, idOf, newAct } from '@/lib/model/actions/action-log';
import {
  type History,
  type Known,
  type PastAct,
  REACH,
  undoable,
  withAct,
  withoutAct,
} from '@/lib/model/actions/history';
import { readHistory } from '@/lib/model/actions/parse-history';
import { aChat } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const NOTHING: History = [];

function anAct(id: string, chats = 1): Act {
  const wanted = Array.from({ length: chats }, (_, index) => ({
    chat: aChat({ id: `${id}-${index}`, box: 'low-priority' }),
    intent: { kind: 'archive' } as const,
  }));
  return newAct(id, wanted, {});
}

function past(id: string, at = NOON, chats = 1): PastAct {
  return { ...anAct(id, chats), at };
}

function undo(act: Act): Act {
  return { ...anAct(`undo-${idOf(act)}`), undoes: act };
}

function ids(acts: readonly Act[]): (string | undefined)[] {
  return acts.map(idOf);
}

/** What can be taken back of what was done since noon. */
function known(change: Partial<Known>) {
  return ids(undoable({ stored: [], sent: [], seen: new Set(), ...change }, NOON));
}

describe('what is kept of acts', () => {
  it('is read as it was, and what cannot be read of it is left out', () => {
    const history = [past('a'), past('b', NOON, 2)];
    const stored: unknown[] = JSON.parse(JSON.stringify(history));
    expect(readHistory(stored)).toStrictEqual(history);
    const broken = [null, { at: NOON, steps: [{ stamped: 7 }] }, { steps: history[0]?.steps }];
    expect(readHistory([...broken, ...stored])).toStrictEqual(history);
    expect(readHistory('all')).toBeUndefined();
  });

  it('ends with the newest, and holds nothing that did nothing', () => {
    const kept = withAct(withAct([], past('a')), past('b'));
    expect(ids(kept)).toStrictEqual(['a:0', 'b:0']);
    expect(withAct(kept, { steps: [], at: NOON })).toBe(kept);
  });

  it('is whole as far as undo reaches: a long run, and all that was read at once', () => {
    const run = Array.from({ length: 60 }, (_, index) => past(`${index}`, NOON + index * SECOND));
    const all = past('all', NOON + MINUTE, 1500);
    const kept = [...run, all, past('last', NOON + 9 * MINUTE)].reduce(withAct, NOTHING);
    expect(ids(kept)).toStrictEqual([...run.map(idOf), 'all:0', 'last:0']);
  });

  it('is bounded: sooner for what is out of reach, later for what is not', () => {
    const old = past('old', NOON, 999);
    const later = NOON + REACH;
    expect(ids(withAct([old], past('1', later)))).toStrictEqual(['old:0', '1:0']);
    expect(ids(withAct([old], past('2', later, 2)))).toStrictEqual(['2:0']);
    const huge = past('huge', NOON, 20_000);
    expect(withAct([old], huge)).toStrictEqual([huge]);
    expect(ids(withAct([huge], past('3', NOON + 1)))).toStrictEqual(['3:0']);
  });

  it('no longer holds what was taken back', () => {
    const history = [past('a'), past('b')];
    expect(ids(withoutAct(history, 'a:0'))).toStrictEqual(['b:0']);
    expect(withoutAct(history, 'c:0')).toBe(history);
  });
});

describe('what can be taken back', () => {
  it('is what was stored lately, then what is on its way there', () => {
    const stored = [past('old', NOON - 1), past('a', NOON + 1), past('b', NOON + 2)];
    expect(known({ stored, sent: [anAct('c')] })).toStrictEqual(['a:0', 'b:0', 'c:0']);
  });

  it('is each act once, whether the page has heard that it is stored or not', () => {
    const sent = [anAct('a')];
    const seen = new Set(['a:0']);
    expect(known({ sent, stored: [past('a', NOON + 1)], seen })).toStrictEqual(['a:0']);
    // Taken back in another page.
    expect(known({ sent, seen })).toStrictEqual([]);
  });

  it('is in the order it was done in, although one of it was stored late or not yet', () => {
    const sent = [anAct('a'), anAct('b'), anAct('c')];
    const other = past('other', NOON + 2);
    const seen = new Set(['b:0', 'c:0']);
    const stored = [past('b', NOON + 1), other, past('c', NOON + 3)];
    expect(known({ sent, seen, stored })).toStrictEqual(['a:0', 'other:0', 'b:0', 'c:0']);
    const late = { seen: new Set([...seen, 'a:0']), stored: [...stored, past('a', NOON + 4)] };
    expect(known({ sent, ...late })).toStrictEqual(['a:0', 'other:0', 'b:0', 'c:0']);
  });

  it('is not what is just being taken back, nor the taking back of it', () => {
    const [a, b] = [past('a', NOON + 1), anAct('b')];
    expect(known({ stored: [a], sent: [b, undo(b)] })).toStrictEqual(['a:0']);
    expect(known({ stored: [a], sent: [b, undo(b), undo(a)] })).toStrictEqual([]);
  });
});
