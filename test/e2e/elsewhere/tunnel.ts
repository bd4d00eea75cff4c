import { readFileSync } from 'node:fs';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

import type { Beeper } from '../../beeper/server';

/** https://www.rfc-editor.org/rfc/rfc6761#section-6.5: a name that is nobody's. */
export const ELSEWHERE = 'tunnel.example';

/** Made for these tests; it opens nothing, and no browser believes it unless told to. */
const KEY = readFileSync(new URL('key.pem', import.meta.url));
const CERTIFICATE = readFileSync(new URL('certificate.pem', import.meta.url));

export interface Tunnel {
  /** Where Beeper is to be had over https. */
  url: string;
  close(): void;
}

/** What makes a Beeper reachable from elsewhere: https in front, plain http behind. */
export async function openTunnel(beeper: Beeper): Promise<Tunnel> {
  const server = createServer({ key: KEY, cert: CERTIFICATE }, (incoming, response) =>
    pass(beeper, incoming, response),
  );
  server.on('upgrade', (incoming: IncomingMessage, near: Duplex) => passOn(beeper, incoming, near));
  await new Promise<void>((resolve) => {
    server.listen({ port: 0, host: '127.0.0.1' }, resolve);
  });
  return {
    url: `https://${ELSEWHERE}:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pass(beeper: Beeper, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const behind = request(
    {
      port: beeper.port,
      host: '127.0.0.1',
      method,
      path,
      headers: { ...headers, 'x-forwarded-host': headers.host, 'x-forwarded-proto': 'https' },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  behind.once('error', () => response.writeHead(502).end());
  incoming.pipe(behind);
}

/** A socket is passed on as it is, from its first line. */
function passOn(beeper: Beeper, { method, url, rawHeaders }: IncomingMessage, near: Duplex): void {
  const far = connect({ port: beeper.port, host: '127.0.0.1' });
  const headers = rawHeaders.map((text, index) => text + (index % 2 === 0 ? ': ' : '\r\n'));
  far.write(`${method} ${url} HTTP/1.1\r\n${headers.join('')}\r\n`);
  near.pipe(far).pipe(near);
  far.on('error', () => near.destroy());
  near.on('error', () => far.destroy());
  near.on('close', () => far.destroy());
}
