import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { IncomingMessage } from 'node:http';

export interface Handlers {
  request: RequestListener;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

const TRIES = 10;

/** Listens on loopback alone, in both families where the machine has them, and can go away. */
export class Listener {
  readonly #handlers: Handlers;
  readonly #sockets = new Set<Socket>();
  #servers: Server[] = [];
  #port: number;
  /** By connections that are gone. */
  #bytesSent = 0;

  constructor(port: number, handlers: Handlers) {
    this.#port = port;
    this.#handlers = handlers;
  }

  get port(): number {
    return this.#port;
  }

  get isUp(): boolean {
    return this.#servers.length > 0;
  }

  /** All that was ever written to a client, heads and frames with it. */
  get bytesSent(): number {
    let sent = this.#bytesSent;
    for (const socket of this.#sockets) sent += socket.bytesWritten;
    return sent;
  }

  async up(): Promise<void> {
    if (this.isUp) return;
    for (let attempt = 1; ; attempt += 1) {
      const pair = await this.#tryPair(attempt === TRIES);
      if (!pair) continue;
      this.#servers = pair;
      this.#port = portOf(pair[0]);
      return;
    }
  }

  async down(): Promise<void> {
    const closing = this.#servers.map((server) => closed(server));
    this.#servers = [];
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(closing);
  }

  /** A free port of one family may be taken in the other; then another one is drawn. */
  async #tryPair(isLast: boolean): Promise<[Server, ...Server[]] | null> {
    const four = await this.#serve('127.0.0.1', this.#port);
    try {
      return [four, await this.#serve('::1', portOf(four))];
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || this.#port !== 0 || isLast) return [four];
      await closed(four);
      return null;
    }
  }

  #serve(host: string, port: number): Promise<Server> {
    const server = createServer(this.#handlers.request);
    server.on('upgrade', this.#handlers.upgrade);
    server.on('connection', (socket) => this.#track(socket));
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, () => resolve(server));
    });
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => {
      this.#sockets.delete(socket);
      this.#bytesSent += socket.bytesWritten;
    });
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
