import { describe, expect, it } from 'vitest';

import { textOfClicked, textOfPage } from '@/lib/browser/menus/clicked-text';

const PAGE = { pageUrl: 'https://example.org/a?b=1#c', pageTitle: '  A\n page ' };

describe('what was clicked on in a page', () => {
  it.each([
    ['the page', PAGE, 'A page\nhttps://example.org/a?b=1#c'],
    ['a page whose title is not told', { pageUrl: 'https://example.org/' }, 'https://example.org/'],
    ['a link', { ...PAGE, linkUrl: 'https://example.com/x' }, 'https://example.com/x'],
    [
      'what is selected',
      { ...PAGE, selectionText: 'Two\u202E\r\nlines ' },
      'Two\nlines\nhttps://example.org/a?b=1#c',
    ],
    [
      'a script for a link',
      { ...PAGE, linkUrl: 'javascript:alert(1)' },
      'A page\nhttps://example.org/a?b=1#c',
    ],
    ['a page of the browser', { pageUrl: 'chrome://settings', pageTitle: '' }, ''],
    ['an address with a password', { pageUrl: 'https://me:secret@example.org/' }, ''],
    ['nothing', {}, ''],
  ])('becomes a text: %s', (_what, clicked, text) => {
    expect(textOfClicked(clicked)).toBe(text);
  });

  it('is the page itself where that is what is meant', () => {
    const clicked = { ...PAGE, selectionText: 'words', linkUrl: 'https://example.com/' };
    expect(textOfPage(clicked)).toBe('A page\nhttps://example.org/a?b=1#c');
  });

  it('is no longer than a message', () => {
    const { length } = textOfClicked({ ...PAGE, selectionText: 'x'.repeat(100_000) });
    expect(length).toBeLessThan(5000);
  });
});
