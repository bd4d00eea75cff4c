import { connect } from 'node:net';

import { startBeeper, type Beeper } from '../beeper/server';
import type { Ends } from './ends';

/** Beeper's own port, so that the address the settings begin with is right. */
const BEEPER_PORT = 23373;
const CHATS = 60;
const PROBE_MS = 1000;

/** Leaves the port to a Beeper that runs already, in whichever of the two families it listens. */
export async function startStandIn(ends: Ends): Promise<Beeper> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => isTaken(host)));
  const port = answers.includes(true) ? 0 : BEEPER_PORT;
  const beeper = await startBeeper({ age: 'current', chats: CHATS, port });
  ends.add(() => beeper.stop());
  return beeper;
}

/** Asked by connecting: binding to one address succeeds on some systems while another is served. */
function isTaken(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: BEEPER_PORT, timeout: PROBE_MS });
    const answer = (taken: boolean) => () => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', answer(true));
    socket.once('timeout', answer(true));
    socket.once('error', answer(false));
  });
}
