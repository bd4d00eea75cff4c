import { describe, expect, it } from 'vitest';

import type { Row } from '@/lib/model/chats/rows';
import { placeAfter } from '@/lib/model/list/next-row';
import { aChat } from '../../../helpers/builders';

function rows(ids: string): Row[] {
  return [...ids].map((id) => ({ chat: aChat({ id }), isWaiting: false }));
}

describe('after a row has left', () => {
  it.each([
    ['the one below it is next', 'abcd', 1, 'acd', 'c'],
    ['others above left with it', 'abcdef', 3, 'aef', 'e'],
    ['it was the last', 'abcd', 3, 'abc', 'c'],
    ['all below left with it', 'abcd', 1, 'a', 'a'],
    ['new ones have come on top', 'abcd', 1, 'xyacd', 'c'],
    ['none of them is left', 'abc', 1, 'xyz', 'y'],
    ['there were none', '', 0, 'xyz', 'x'],
  ])('%s', (_what, before, place, after, next) => {
    expect(after[placeAfter(rows(before), place, rows(after))]).toBe(next);
  });

  it('there is no place in an empty list', () => {
    expect(placeAfter(rows('ab'), 1, [])).toBe(-1);
  });
});
