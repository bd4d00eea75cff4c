import { parseArgs } from 'node:util';

import { AGES, type Age } from './age';
import { createLife } from './life';
import { startBeeper } from './server';

const { values } = parseArgs({
  options: {
    age: { type: 'string', default: 'current' },
    chats: { type: 'string', default: '60' },
    port: { type: 'string', default: '23373' },
    seed: { type: 'string', default: '7' },
    life: { type: 'string', default: '0' },
  },
});

const age = AGES.find((known) => known === values.age);
if (!age) throw new Error(`--age has to be one of ${AGES.join(', ')}`);
await run(age);

async function run(chosen: Age): Promise<void> {
  const seed = Number(values.seed);
  const beeper = await startBeeper({
    age: chosen,
    seed,
    chats: Number(values.chats),
    port: Number(values.port),
  });
  console.log(`Beeper stand-in (${chosen}) at ${beeper.url}`);
  console.log(`Token (read and write): ${beeper.token}`);
  console.log(`Token (read only):      ${beeper.readOnlyToken}`);
  console.log(`Unread: ${beeper.unread()}`);
  const everyMs = Number(values.life) * 1_000;
  if (everyMs > 0) createLife(beeper, { seed, log: console.log }).start(everyMs);
}
