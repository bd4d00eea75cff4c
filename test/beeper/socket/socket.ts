import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';

import { APP_VERSION } from '../age';
import type { ActiveFault } from '../faults/faults';
import { FAULT_REPLIES, isReplyFault } from '../faults/replies';
import { authorize } from '../http/authorize';
import { matchRoute } from '../http/match';
import { ApiError, errorReply, type Reply } from '../http/reply';
import type { LoggedRequest } from '../http/request';
import type { App } from '../http/route';
import { SOCKET_ROUTE } from '../routes/socket';
import { messageView } from '../views/messages';
import type { WorldEvent } from '../world/world';
import { Connection, type Outgoing } from './connection';

/** How a test disturbs the event stream. */
export interface SocketControl {
  /** How many clients are connected. */
  readonly count: number;
  /** What each client is subscribed to. */
  readonly subscriptions: readonly (readonly string[])[];
  /** Half open: frames are taken and nothing is ever said. */
  isSilent: boolean;
  /** Drops the next events without a gap in seq. */
  lose(events: number): void;
  /** Leaves a gap in seq before the next event. */
  skipSeq(by?: number): void;
  /** Ends all connections with a close frame. */
  close(code?: number): void;
  /** Ends all connections without one. */
  cut(): void;
}

interface Upgrade {
  request: IncomingMessage;
  stream: Duplex;
  head: Buffer;
  logged: LoggedRequest;
  active: ActiveFault | undefined;
}

export class EventSocket implements SocketControl {
  isSilent = false;
  readonly #app: App;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 64 << 10 });
  readonly #connections = new Set<Connection>();
  readonly #stopListening: () => void;
  #toLose = 0;

  constructor(app: App) {
    this.#app = app;
    this.#stopListening = app.world.listen((event) => this.#publish(event));
  }

  get count(): number {
    return this.#connections.size;
  }

  get subscriptions(): readonly (readonly string[])[] {
    return [...this.#connections].map((connection) => connection.chatIDs);
  }

  upgrade({ request, stream, head, logged, active }: Upgrade): void {
    stream.on('error', () => stream.destroy());
    if (active?.fault === 'hanging') return;
    const refusal = active ? faultReply(active, this.#app) : this.#refusal(logged);
    if (refusal === 'reset') {
      stream.destroy();
      return;
    }
    if (refusal) {
      logged.status = refusal.status;
      stream.end(rawReply(refusal, this.#app));
      return;
    }
    logged.status = 101;
    this.#server.handleUpgrade(request, stream, head, (socket) => {
      const connection = new Connection(socket, () => this.isSilent);
      this.#connections.add(connection);
      socket.on('error', () => socket.terminate());
      socket.once('close', () => this.#connections.delete(connection));
    });
  }

  lose(events: number): void {
    this.#toLose += events;
  }

  skipSeq(by = 1): void {
    for (const connection of this.#connections) connection.skip(by);
  }

  close(code = 1001): void {
    for (const connection of this.#connections) connection.close(code);
  }

  cut(): void {
    for (const connection of this.#connections) connection.cut();
  }

  heal(): void {
    this.isSilent = false;
    this.#toLose = 0;
  }

  stop(): void {
    this.#stopListening();
    this.cut();
  }

  #publish(event: WorldEvent): void {
    if (this.#connections.size === 0) return;
    if (this.#toLose > 0) {
      this.#toLose -= 1;
      return;
    }
    const now = this.#app.world.now();
    const ts = this.#app.switches.socketTime === 'ms' ? now : new Date(now).toISOString();
    const outgoing = describe(event, this.#app);
    for (const connection of this.#connections) connection.deliver(outgoing, ts);
  }

  #refusal(logged: LoggedRequest): Reply | undefined {
    const { age } = this.#app;
    try {
      matchRoute([SOCKET_ROUTE], { age, method: logged.method, path: logged.path });
      authorize(this.#app, SOCKET_ROUTE, logged);
      return undefined;
    } catch (error) {
      if (error instanceof ApiError) return errorReply(error);
      throw error;
    }
  }
}

function describe({ type, chatID, messages }: WorldEvent, app: App): Outgoing {
  const chat = app.world.find(chatID);
  const ids = messages?.map(({ id }) => id) ?? [chatID];
  if (type !== 'message.upserted' || !chat || !messages) return { type, chatID, ids };
  const entries = messages.map((message) => messageView(message, { age: app.age, chat }));
  return { type, chatID, ids, ...(app.switches.socketEntries && { entries }) };
}

function faultReply({ fault, options }: ActiveFault, app: App): Reply | 'reset' {
  return isReplyFault(fault) ? FAULT_REPLIES[fault](options, app.world.now()) : 'reset';
}

function rawReply({ status, headers, body }: Reply, app: App): string {
  const lines = Object.entries({
    ...headers,
    'x-beeper-desktop-version': APP_VERSION[app.age],
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${body.toString()}`;
}
