import { describe, expect, it } from 'vitest';

import { badgeLabel } from './say';

const badge = (text: string, color: number[]) => ({ text, color, title: '' });

describe('the badge in words', () => {
  it.each([
    ['badge 17', badge('17', [79, 70, 229, 255])],
    ['badge 17 grey', badge('17', [107, 114, 128, 255])],
    ['badge !', badge('!', [200, 30, 30, 255])],
    ['no badge', badge('', [107, 114, 128, 255])],
  ])('is "%s"', (words, shown) => {
    expect(badgeLabel(shown)).toBe(words);
  });
});
