import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Server {
  url: string;
  close(): void;
}

/** Where scripts in a browser tell what they see. */
export async function startSink<T>(): Promise<Server & { sayings: readonly T[] }> {
  const sayings: T[] = [];
  const server = await start(async (request, response) => {
    const body = await textOf(request);
    if (body) sayings.push(JSON.parse(body) as T);
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
  });
  return { ...server, sayings };
}

export interface Parrot extends Server {
  /** The tokens it was shown. */
  heard: readonly string[];
}

/**
 * A server that passes for Beeper, and then repeats the token it is shown in the words and headers
 * of every refusal.
 */
export async function startParrot(): Promise<Parrot> {
  const heard: string[] = [];
  const server = await start(({ headers }, response) => {
    const token = headers.authorization?.replace('Bearer ', '');
    if (!token) return reply(response, 200, { app: { name: 'Beeper' }, server: {} });
    const status = REFUSALS[heard.length % REFUSALS.length] ?? 500;
    heard.push(token);
    response.setHeader('www-authenticate', `Bearer realm="${token}"`);
    response.setHeader('x-beeper-desktop-version', token);
    response.setHeader('retry-after', token);
    return reply(response, status, { code: token, error: token, message: `No: ${token}` });
  });
  return { ...server, heard };
}

const REFUSALS = [401, 500, 403, 429, 404];

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function start(handle: RequestListener): Promise<Server> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
