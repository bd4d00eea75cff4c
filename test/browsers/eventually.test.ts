import { describe, expect, it } from 'vitest';

import { eventually, pauseAfter } from './eventually';

const QUICK = { timeoutMs: 30, intervalMs: 1 };

describe('eventually', () => {
  it('gives back the first answer that is one', async () => {
    const answers = [undefined, false, null, 0];
    expect(await eventually(() => answers.shift(), QUICK)).toBe(0);
  });

  it('tries again after a failure', async () => {
    let tries = 0;
    const attempt = () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
      return 'ready';
    };
    expect(await eventually(attempt, QUICK)).toBe('ready');
  });

  it('asks less often the longer it waits', () => {
    expect([0, 400, 1000, 2000, 60_000].map(pauseAfter)).toEqual([50, 50, 100, 200, 250]);
  });

  it("ends with the last failure's own words", async () => {
    const reason = new Error('no such row');
    await expect(
      eventually(() => Promise.reject(reason), { ...QUICK, message: 'The row' }),
    ).rejects.toThrow('The row was not met within 30 ms: no such row');
  });

  it('names an answer that never became one', async () => {
    await expect(eventually(() => false, QUICK)).rejects.toThrow('the last answer was false');
  });
});
