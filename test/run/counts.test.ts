import { describe, expect, it } from 'vitest';

import { countsOf, inWords, sum } from './counts';

const REPORT = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: 'failed', assertionResults: [{ fullName: 'a test', status: 'failed' }] }],
};

describe('the counts of a test run', () => {
  it('come from the report, with planned tests among the skipped', () => {
    expect(countsOf(REPORT)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('count a file that does not load as a failed test', () => {
    const testResults = [...REPORT.testResults, { status: 'failed', assertionResults: [] }];
    expect(countsOf({ ...REPORT, testResults }).failed).toBe(2);
  });

  it('add up', () => {
    const counts = { passed: 1, failed: 2, skipped: 3 };
    expect(sum([counts, counts])).toEqual({ passed: 2, failed: 4, skipped: 6 });
    expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('read as one line that names skipped tests only when there are any', () => {
    expect(inWords({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
    expect(inWords({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });
});
