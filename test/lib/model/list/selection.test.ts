import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Row } from '@/lib/model/chats/rows';
import {
  allSelected,
  extended,
  type Selection,
  stillListed,
  toggled,
} from '@/lib/model/list/selection';
import { aChat } from '../../../helpers/builders';

const NONE: Selection = { ids: new Set(), base: new Set() };
const LIST = rows('abcdef');

function rows(ids: string): Row[] {
  return [...ids].map((id) => ({ chat: aChat({ id }), isWaiting: false }));
}

function idsOf({ ids }: Selection): string {
  return [...ids].toSorted().join('');
}

describe('a selection', () => {
  it('takes a chat in, and out again', () => {
    const both = toggled(toggled(NONE, 'b'), 'e');
    expect(idsOf(both)).toBe('be');
    expect(idsOf(toggled(both, 'b'))).toBe('e');
  });

  it('extends either way from the chat that was selected last, and shrinks again', () => {
    const from = toggled(toggled(NONE, 'a'), 'd');
    const down = extended(from, LIST, { from: 'd', to: 'f' });
    expect(idsOf(down)).toBe('adef');
    const up = extended(down, LIST, { from: 'f', to: 'c' });
    expect(idsOf(up)).toBe('acd');
  });

  it('extends from the row with the focus where none was selected, or that one has left', () => {
    expect(idsOf(extended(NONE, LIST, { from: 'b', to: 'c' }))).toBe('bc');
    const left = toggled(NONE, 'gone');
    expect(idsOf(stillListed(extended(left, LIST, { from: 'e', to: 'd' }), LIST))).toBe('de');
  });

  it('takes all in', () => {
    expect(idsOf(allSelected(LIST))).toBe('abcdef');
  });

  it('forgets who leaves the list, and stays as it is while nobody does', () => {
    const all = allSelected(LIST);
    expect(stillListed(all, rows('fedcbax'))).toBe(all);
    const left = stillListed(all, rows('bd'));
    expect(idsOf(left)).toBe('bd');
    expect(idsOf(stillListed(left, LIST))).toBe('bd');
  });

  it('never holds who is not in the list', () => {
    const id = fc.constantFrom(...'abcdef');
    const step = fc.oneof(
      id.map((to) => (before: Selection) => toggled(before, to)),
      fc.tuple(id, id).map(
        ([from, to]) =>
          (before: Selection) =>
            extended(before, LIST, { from, to }),
      ),
      fc
        .subarray([...'abcdef'])
        .map((left) => (before: Selection) => stillListed(before, rows(left.join('')))),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.subarray([...'abcdef']), (steps, left) => {
        const selection = steps.reduce((before, next) => next(before), NONE);
        const listed = stillListed(selection, rows(left.join('')));
        expect([...listed.ids].every((one) => left.includes(one))).toBe(true);
        expect([...listed.ids].every((one) => selection.ids.has(one))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
