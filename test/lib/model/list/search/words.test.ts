import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { snippetOf, wordsOf } from '@/lib/model/list/search/words';

/** The snippet, with what is marked in brackets. */
function snippet(text: string, query: string): string {
  return snippetOf(text, wordsOf(query))
    .map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))
    .join('');
}

const LONG = `${'So it went on and on. '.repeat(20)}Then Zoë came by with soup`;

describe('a snippet', () => {
  it.each([
    ['I got the job', 'the', 'I got [the] job'],
    ['Über die Straße', 'strasse uber', '[Über] die [Straße]'],
    ['ﬁsh and chips', 'fish', '[ﬁsh] and chips'],
    ['Zoe\u0308 comes', 'zoe', '[Zoe\u0308] comes'],
    ['👋 hello', 'hello', '👋 [hello]'],
    ['Nothing of it', 'else', 'Nothing of it'],
    [LONG, 'zoe soup', '…went on and on. Then [Zoë] came by with [soup]'],
  ])('of %j for %j is %j', (text, query, shown) => {
    expect(snippet(text, query)).toBe(shown);
  });

  it('shows the text as it is, from some point on', () => {
    const showing = fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
      const parts = snippetOf(text, wordsOf(query)).map(({ text: part }) => part);
      expect(text.endsWith(parts.join('').replace(/^…/, ''))).toBe(true);
    });
    fc.assert(showing, { numRuns: 150 });
  });
});
