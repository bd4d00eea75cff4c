import { beforeEach, expect, it } from 'vitest';

import { importWords } from '@/lib/model/settings/import-texts';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(resetBrowser);

function wordsOf(unread: readonly string[]): string[] {
  return importWords({ change: {}, unread, unknown: 0 });
}

it('names what makes no sense here', () => {
  expect(wordsOf(['pollSeconds', 'badge.count'])).toStrictEqual([
    'Imported.',
    'These stay as they are, because they make no sense here: pollSeconds, badge.count',
  ]);
});

it('names ten of many, and says how many more there are', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `x${index}`);
  const [, line = ''] = wordsOf(names);
  expect(line).toMatch(/: x0, .*, x9 and 99,990 more$/);
  expect(wordsOf(names.slice(0, 11))[1]).toMatch(/x9 and 1 more$/);
  expect(wordsOf(names.slice(0, 10))[1]).toMatch(/x8, x9$/);
});

it('cuts names that are none of ours', () => {
  expect(wordsOf(['x'.repeat(100_000)])[1]?.length).toBeLessThan(150);
});

it('says how large a file may be', () => {
  expect(importWords({ problem: 'tooLarge' })).toStrictEqual([
    'Nothing was changed: this file is larger than 256 KB, which settings never are.',
  ]);
});
