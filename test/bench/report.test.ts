import { check } from 'prettier';
import { describe, expect, test } from 'vitest';

import type { Row } from './figure';
import { reportText, sectionText } from './report';

const FIGURE = { title: 'First paint', how: 'A tab of its own each time.' };
const POPUP: Row = {
  what: 'popup at 100 chats',
  unit: 'ms',
  samples: [90, 100, 110],
  floor: { what: 'a blank page', samples: [45, 50, 55] },
  note: 'rows in the first frame: 3 of 3',
};
const LIVE: Row = { what: 'live', why: 'there is no switch for it' };

function rowsOf(text: string): string[] {
  return text.split('\n').filter((line) => line.startsWith('| '));
}

describe('a section', () => {
  test('gives each figure with its spread, its floor and the ratio to it', () => {
    const [, , row = ''] = rowsOf(sectionText({ figure: FIGURE, rows: [POPUP] }));
    expect(row.split('|').map((cell) => cell.trim())).toEqual([
      '',
      'popup at 100 chats',
      '100 ms',
      '95 ms–105 ms',
      '109 ms',
      '3',
      'a blank page: 50 ms (47.5 ms–52.5 ms)',
      '2.00 (2.00–2.00)',
      '',
    ]);
  });

  test('says what was not measured and why, and apart from that what failed', () => {
    const failed = { what: 'keys', why: 'no key\n was heard', isFailure: true };
    const text = sectionText({ figure: FIGURE, rows: [LIVE, failed] });
    const [, , live, keys] = rowsOf(text);
    expect(live).toContain('not measured');
    expect(keys).toContain('failed');
    expect(text).toContain('- live: there is no switch for it\n- keys: no key was heard');
  });

  test('gives a single value no spread', () => {
    const [, , row = ''] = rowsOf(
      sectionText({ figure: FIGURE, rows: [{ what: 'zip', unit: 'bytes', samples: [2048] }] }),
    );
    expect(row).toMatch(/\| zip +\| +2 KB \| +– \| +– \| +1 \| – +\| +– \|/);
  });
});

test('the report is as Prettier would leave it', async () => {
  const text = reportText(
    [['CPU', '2 × AMD EPYC']],
    [
      { figure: FIGURE, rows: [POPUP, LIVE] },
      { figure: FIGURE, rows: [POPUP] },
    ],
  );
  expect(await check(text, { parser: 'markdown', singleQuote: true, printWidth: 100 })).toBe(true);
});
