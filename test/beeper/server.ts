import type { IncomingMessage } from 'node:http';

import type { Age } from './age';
import { elsewhere, type Elsewhere } from './control';
import { Faults, type FaultOptions } from './faults/faults';
import type { Fault } from './faults/list';
import { answer } from './http/answer';
import { directFetch } from './http/direct';
import { type AskedRequest, describeRequest, type LoggedRequest } from './http/request';
import type { App } from './http/route';
import { Listener } from './listen';
import { OAuth } from './oauth/oauth';
import { Tokens, type Scope } from './oauth/tokens';
import { ROUTES } from './routes/all';
import { EventSocket, type SocketControl } from './socket/socket';
import { DEFAULT_SWITCHES, type Switches } from './switches';
import { unreadTruth, type UnreadOptions } from './truth';
import type { ChatRecord, MessageRecord } from './world/records';
import { World } from './world/world';

export interface BeeperOptions {
  age?: Age;
  /** How many chats the world begins with. */
  chats?: number;
  seed?: number;
  /** 0 takes any free port. */
  port?: number;
  now?: () => number;
  switches?: Partial<Switches>;
}

/** A running stand-in for Beeper Desktop, and the hands that move its world. */
export interface Beeper extends Elsewhere {
  readonly age: Age;
  readonly url: string;
  readonly port: number;
  /** Reads and writes, never expires. */
  readonly token: string;
  readonly readOnlyToken: string;
  readonly switches: Switches;
  readonly chats: ReadonlyMap<string, ChatRecord>;
  readonly requests: readonly LoggedRequest[];
  /** All that was ever written to a client, heads and frames with it. */
  readonly bytesSent: number;
  readonly socket: SocketControl;
  readonly world: World;
  /** Asks it in this process where no socket is needed. */
  readonly fetch: typeof fetch;
  chat(id: string): ChatRecord;
  messages(chatID: string): readonly MessageRecord[];
  unread(options?: UnreadOptions): number;
  writes(): LoggedRequest[];
  clearRequests(): void;
  issueToken(scopes: readonly Scope[], options?: { lifetimeMs?: number }): string;
  revoke(token: string): void;
  expire(token: string): void;
  /** Gives sent messages their final ids; only needed with `sendsSettle: 'by-hand'`. */
  settleSends(): void;
  fault(fault: Fault, options?: FaultOptions): Promise<void>;
  heal(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBeeper(options: BeeperOptions = {}): Promise<Beeper> {
  const { age = 'current', chats = 60, seed = 7, port = 0, now = Date.now } = options;
  const switches: Switches = { ...DEFAULT_SWITCHES, ...options.switches };
  const world = new World({ seed, chats, now, switches });
  const tokens = new Tokens({ seed, now });
  const oauth = new OAuth({ seed, tokens, switches, now });
  const token = tokens.issue(['read', 'write']).token;
  const readOnlyToken = tokens.issue(['read']).token;
  const unsettled: (() => void)[] = [];
  const requests: LoggedRequest[] = [];
  const faults = new Faults();
  const baseURL = (): string => `http://localhost:${listener.port}`;
  const app: App = {
    age,
    world,
    tokens,
    oauth,
    switches,
    baseURL,
    settleLater: (settle) =>
      switches.sendsSettle === 'by-hand' ? void unsettled.push(settle) : settle(),
  };
  const socket = new EventSocket(app);
  const describe = (request: AskedRequest): LoggedRequest =>
    describeRequest(request, { now: now(), age, routes: ROUTES });
  const log = (request: IncomingMessage): LoggedRequest => {
    const logged = describe(request);
    requests.push(logged);
    return logged;
  };
  const stage = { app, routes: ROUTES, faults };
  const listener = new Listener(port, {
    request: (request, response) => {
      void answer(stage, { request, response, logged: log(request) });
    },
    upgrade: (request, stream, head) => {
      const logged = log(request);
      socket.upgrade({ request, stream, head, logged, active: faults.hit(logged) });
    },
  });
  await listener.up();

  const chat = (id: string): ChatRecord => {
    const found = world.find(id);
    if (!found) throw new Error(`The stand-in has no chat ${id}`);
    return found;
  };
  return {
    ...elsewhere(world, chat),
    age,
    world,
    switches,
    token,
    readOnlyToken,
    requests,
    socket,
    chats: world.chats,
    chat,
    get url() {
      return baseURL();
    },
    get port() {
      return listener.port;
    },
    get bytesSent() {
      return listener.bytesSent;
    },
    messages: (id) => world.messages(chat(id)),
    fetch: directFetch({
      ...stage,
      origin: baseURL,
      isUp: () => listener.isUp,
      describe,
      log: (logged) => void requests.push(logged),
    }),
    unread: (wanted) => unreadTruth(world.chats.values(), wanted),
    writes: () => requests.filter(isWrite),
    clearRequests: () => void requests.splice(0),
    issueToken: (scopes, wanted) => tokens.issue(scopes, wanted).token,
    revoke: (dead) => tokens.revoke(dead),
    expire: (old) => tokens.expire(old),
    settleSends: () => unsettled.splice(0).forEach((settle) => settle()),
    fault: async (fault, wanted = {}) => {
      if (fault === 'down') await listener.down();
      else faults.add(fault, wanted);
    },
    heal: async () => {
      faults.clear();
      socket.heal();
      await listener.up();
    },
    stop: async () => {
      socket.stop();
      await listener.down();
    },
  };
}

/** Bringing the window to the front is a POST that changes nothing on the network. */
function isWrite({ method, path }: LoggedRequest): boolean {
  return method !== 'GET' && path.startsWith('/v1/') && path !== '/v1/focus';
}
