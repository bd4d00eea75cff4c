import { expect, test } from 'vitest';

import { pssOf } from './process-memory';

const ROLLUP = `55d1c4a00000-7ffd3a9d9000 ---p 00000000 00:00 0                          [rollup]
Rss:              152340 kB
Pss:               61234 kB
Pss_Dirty:         40000 kB
Pss_Anon:          39000 kB
`;

test('the proportional set size is in bytes, and none of its parts', () => {
  expect(pssOf(ROLLUP)).toBe(61_234 * 1024);
});

test('a kernel that does not tell it is an error and no zero', () => {
  expect(() => pssOf('Rss: 152340 kB\n')).toThrow('no proportional set size');
});
