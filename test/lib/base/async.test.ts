import { describe, expect, it } from 'vitest';

import { forEachLimited, serialQueue, singleFlight, rerunIfDirty } from '@/lib/base/async';
import { later } from '../../helpers/later';

describe('work for each of many', () => {
  it('is done a few at a time, for all', async () => {
    let [now, most] = [0, 0];
    const done: number[] = [];
    await forEachLimited([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      done.push(item);
    });
    expect([most, done.toSorted()]).toStrictEqual([3, [1, 2, 3, 4, 5, 6, 7]]);
  });

  it('is nothing for none', async () => {
    await expect(forEachLimited([], 3, () => Promise.reject(new Error()))).resolves.toBeUndefined();
  });

  it('fails when it fails for one', async () => {
    const outcome = forEachLimited([1, 2, 3], 1, async (item) => {
      if (item === 2) throw new Error('two');
    });
    await expect(outcome).rejects.toThrow('two');
  });
});

/** Work that ends when told to, and how often it began. */
function byHand() {
  const begun: ReturnType<typeof later<void>>[] = [];
  const work = () => {
    const one = later();
    begun.push(one);
    return one.promise;
  };
  return { begun, work };
}

describe('work never done twice at a time', () => {
  it('is joined while it runs and done again afterwards', async () => {
    const { begun, work } = byHand();
    const run = singleFlight(work);
    const calls = [run(), run()];
    begun[0]?.resolve();
    await Promise.all(calls);
    const third = run();
    begun[1]?.resolve();
    await third;
    expect(begun).toHaveLength(2);
  });

  it('tells its failure to all and can be tried again', async () => {
    const outcomes = [Promise.reject(new Error('first')), Promise.resolve('second')];
    const run = singleFlight(() => outcomes.shift() ?? Promise.resolve('more'));
    const calls = await Promise.allSettled([run(), run()]);
    expect(calls.map(({ status }) => status)).toStrictEqual(['rejected', 'rejected']);
    await expect(run()).resolves.toBe('second');
  });

  it('begins anew for whom what runs knows too little', async () => {
    const { begun, work } = byHand();
    const run = singleFlight(work);
    const first = run();
    const anew = run.anew();
    expect(begun).toHaveLength(1);
    begun[0]?.resolve();
    await first;
    await Promise.resolve();
    begun[1]?.resolve();
    await anew;
    expect(begun).toHaveLength(2);
  });

  it('is done once more when it is wanted while it runs, however often', async () => {
    const { begun, work } = byHand();
    const run = rerunIfDirty(work);
    const calls = [run(), run(), run()];
    begun[0]?.resolve();
    await begun[0]?.promise;
    await Promise.resolve();
    begun[1]?.resolve();
    await Promise.all(calls);
    expect(begun).toHaveLength(2);
  });
});

describe('work in turn', () => {
  it('is done in the order it was asked for, also after a failure', async () => {
    const done: string[] = [];
    const run = serialQueue()(async (what: string) => {
      await Promise.resolve();
      done.push(what);
      if (what === 'first') throw new Error(what);
    });
    const [first, second] = await Promise.allSettled([run('first'), run('second')]);
    expect([first.status, second.status, done]).toStrictEqual([
      'rejected',
      'fulfilled',
      ['first', 'second'],
    ]);
  });
});
