import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { failuresInWords, failuresOf } from './failures';

const ROOT = join('/', 'home', 'companion');

const file = (name: string, assertionResults: { fullName: string; status: string }[]) => ({
  name: join(ROOT, 'test', name),
  status: assertionResults.every(({ status }) => status === 'passed') ? 'passed' : 'failed',
  startTime: 0,
  endTime: 0,
  assertionResults,
});

describe('the tests that failed', () => {
  it('are named with their file and the first line of why', () => {
    const passed = { fullName: 'adds', status: 'passed' };
    const failureMessages = ['Error: expected 4 to be 5\n    at sum.test.ts:3'];
    const failed = { fullName: 'doubles', status: 'failed', failureMessages };
    const testResults = [file('sum.test.ts', [passed, failed]), file('fine.test.ts', [passed])];
    expect(failuresOf({ testResults }, ROOT)).toEqual([
      'test/sum.test.ts: doubles: Error: expected 4 to be 5',
    ]);
  });

  it('include a file that does not load', () => {
    const testResults = [{ ...file('odd.test.ts', []), status: 'failed' }];
    expect(failuresOf({ testResults }, ROOT)).toEqual(['test/odd.test.ts: did not load']);
  });

  it('are said up to a number, and how many more there are', () => {
    expect(failuresInWords([])).toEqual([]);
    expect(failuresInWords(['a'])).toEqual(['What failed:', '  a']);
    const many = Array.from({ length: 42 }, (_, index) => `${index}`);
    expect(failuresInWords(many)).toHaveLength(42);
    expect(failuresInWords(many).at(-1)).toBe('  and 2 more');
  });
});
