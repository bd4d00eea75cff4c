import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { Beeper } from '../beeper/server';
import type { Ends } from '../demo/ends';
import { eventually } from '../browsers/eventually';
import type { Heard } from './bare-client-process';

/** A client of Beeper's socket that does nothing but take down when it was told of a message. */
export interface BareClient {
  /** When it was told, ms since the epoch. */
  heard(messageID: string): Promise<number>;
}

const PROGRAM = fileURLToPath(new URL('./bare-client-process.ts', import.meta.url));

/** A process of its own: one that shares the stand-in's would hear when that has time for it. */
export async function startBareClient({ port, token }: Beeper, ends: Ends): Promise<BareClient> {
  const times = new Map<string, number>();
  const child = fork(PROGRAM, [`ws://localhost:${port}/v1/ws`, token], {
    execArgv: ['--import', 'tsx'],
  });
  ends.add(() => child.kill());
  await once(child, 'message');
  child.on('message', ({ ids, at }: Heard) => ids.forEach((id) => times.set(id, at)));
  return { heard: (id) => eventually(() => times.get(id), { message: 'The bare client hearing' }) };
}
