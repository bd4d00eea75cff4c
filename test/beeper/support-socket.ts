import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

import type { Beeper } from './server';

export interface SocketFrame {
  type: string;
  seq?: number;
  ts?: string | number;
  code?: string;
  requestID?: string;
  chatID?: string;
  chatIDs?: string[];
  ids?: string[];
  entries?: { id: string }[];
}

/** A client that reads one frame after the other. */
export class SocketClient {
  readonly socket: WebSocket;
  readonly #frames: SocketFrame[] = [];
  #wake: (() => void) | undefined;

  constructor(beeper: Beeper, token = beeper.token) {
    const headers = { authorization: `Bearer ${token}` };
    this.socket = new WebSocket(`ws://localhost:${beeper.port}/v1/ws`, { headers });
    this.socket.on('message', (data: Buffer) => {
      this.#frames.push(JSON.parse(data.toString('utf8')) as SocketFrame);
      this.#wake?.();
    });
    onTestFinished(() => this.socket.terminate());
  }

  async next(): Promise<SocketFrame> {
    const frame = this.#frames.shift();
    if (frame) return frame;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    return this.next();
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  async closed(): Promise<number> {
    const [code] = (await once(this.socket, 'close')) as [number];
    return code;
  }
}

export async function subscribe(beeper: Beeper, chatIDs = ['*']): Promise<SocketClient> {
  const client = new SocketClient(beeper);
  await client.next();
  client.send({ type: 'subscriptions.set', chatIDs });
  await client.next();
  return client;
}
