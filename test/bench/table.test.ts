import { expect, test } from 'vitest';

import { tableText } from './table';

test('text stands to the left and numbers to the right', () => {
  const columns = [{ title: 'what' }, { title: 'n', isNumber: true }];
  expect(
    tableText(columns, [
      ['the popup', '15'],
      ['a page', '1,000'],
    ]).split('\n'),
  ).toEqual([
    '| what      |     n |',
    '| --------- | ----: |',
    '| the popup |    15 |',
    '| a page    | 1,000 |',
  ]);
});

test('what would break a row is escaped, and what is missing is empty', () => {
  const columns = [{ title: 'a' }, { title: 'b' }];
  const [, , row] = tableText(columns, [['one|two\nthree']]).split('\n');
  expect(row).toBe(String.raw`| one\|two three |     |`);
});
