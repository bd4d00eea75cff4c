import { expect, it } from 'vitest';

import { Ends } from './ends';

it('ends what was started last first, and everything once', async () => {
  const ended: string[] = [];
  const ends = new Ends();
  for (const name of ['server', 'browser', 'life']) ends.add(() => ended.push(name));
  await Promise.all([ends.run(), ends.run()]);
  expect(ended).toEqual(['life', 'browser', 'server']);
});
