import type { Socket } from '@/lib/beeper/live/socket';

type Listener = (event: { data: unknown }) => void;

/** A WebSocket with the test at its other end. */
export class FakeSocket implements Socket {
  readonly sent: unknown[] = [];
  isClosed = false;
  readonly #listeners = new Map<string, Listener[]>();

  addEventListener(type: 'open' | 'close' | 'message', listener: Listener | (() => void)): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.isClosed = true;
  }

  happens(type: 'open' | 'close', data?: unknown): void {
    for (const listener of this.#listeners.get(type) ?? []) listener({ data });
  }

  says(frame: unknown): void {
    for (const listener of this.#listeners.get('message') ?? []) {
      listener({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
    }
  }

  /** The handshake succeeds and the subscription stands. */
  letsIn(): void {
    this.happens('open');
    this.says({ type: 'ready', version: 1, chatIDs: [] });
    this.says({ type: 'subscriptions.updated', chatIDs: ['*'] });
  }
}
