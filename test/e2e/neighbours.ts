import { createServer, type Server } from 'node:http';

import { probe } from '@/lib/beeper/probe';
import { NEIGHBOURS } from '@/lib/model/connection/discovery';
import { type Beeper, type BeeperOptions, startBeeper } from '../beeper/server';
import { REACH } from '../helpers/reach';

/** Beeper's own port is left alone: a person's own Beeper may be there. */
const PORTS = Array.from({ length: 19 }, (_, index) => 23_374 + index);

/** A stand-in at the lowest port beside Beeper's own that nobody uses. */
export function startNeighbour(options: BeeperOptions = {}): Promise<Beeper> {
  return atFreePort((port) => startBeeper({ ...options, port }));
}

/** Another program at such a port, which knows nothing of Beeper. */
export function startStranger(): Promise<Server> {
  return atFreePort(
    (port) =>
      new Promise((resolve, reject) => {
        const server = createServer((_request, response) => {
          response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Router</h1>');
        });
        server.once('error', reject);
        server.listen({ port, host: '127.0.0.1' }, () => resolve(server));
      }),
  );
}

async function atFreePort<T>(start: (port: number) => Promise<T>): Promise<T> {
  for (const port of PORTS) {
    try {
      return await start(port);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Error('All of the ports beside Beeper’s own are taken.');
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Where Beepers answer on this computer that are none of ours: a person's own, or another test's. */
export async function otherBeepers(ours: readonly Beeper[]): Promise<string[]> {
  const ports = new Set(ours.map(({ port }) => String(port)));
  const others = NEIGHBOURS.filter((address) => !ports.has(new URL(address).port));
  const probes = await Promise.all(
    others.map(async (address) => ({ address, ...(await probe(address, REACH)) })),
  );
  return probes.flatMap(({ address, who }) => (who === 'beeper' ? [address] : []));
}
