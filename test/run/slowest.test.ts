import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { fileTimes, slowestInWords } from './slowest';

const ROOT = join('/', 'home', 'companion');

const result = (name: string, startTime: number, endTime: number) => ({
  name: join(ROOT, 'test', name),
  status: 'passed',
  startTime,
  endTime,
  assertionResults: [],
});

describe('the test files that took longest', () => {
  it('are timed from their first test to their last', () => {
    const testResults = [result('a.test.ts', 1000, 3500), result('b.test.ts', 3500, 3600)];
    expect(fileTimes({ testResults }, ROOT)).toEqual([
      { file: 'test/a.test.ts', ms: 2500 },
      { file: 'test/b.test.ts', ms: 100 },
    ]);
  });

  it('are named with their seconds, the slowest first', () => {
    const times = [
      { file: 'quick.test.ts', ms: 40 },
      { file: 'slow.test.ts', ms: 61_250 },
    ];
    expect(slowestInWords(times)).toEqual([
      'What took longest:',
      '   61.3 s  slow.test.ts',
      '    0.0 s  quick.test.ts',
    ]);
  });

  it('are ten at most, and nothing is said where no tests ran', () => {
    const times = Array.from({ length: 12 }, (_, index) => ({ file: `${index}`, ms: index }));
    expect(slowestInWords(times)).toHaveLength(11);
    expect(slowestInWords([])).toEqual([]);
  });
});
