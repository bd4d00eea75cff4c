import { SECOND } from '@/lib/base/time';
import { isGap } from './events';
import {
  type ChatEvents,
  DIALECT,
  type SocketFrame,
  readSocketFrame,
  subscription,
} from './frames';
import type { Ending } from './pace';

/** What of a WebSocket is used here. */
export interface Socket {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

export interface Heard {
  /** Beeper tells us of every chat from now on. */
  onOpen(): void;
  onEvents(events: ChatEvents): void;
  /** Something was lost on the way. */
  onMissed(): void;
}

/** Silent for this long, a server is asked for a sign of life. */
const QUIET = 45 * SECOND;
/** And this long it may take to give one, or to let us in. */
const PATIENCE = 10 * SECOND;

/**
 * One live socket, from the handshake to its end. A dead one says nothing and is not closed: a page
 * cannot ping, so the subscription is said again and must be answered.
 */
export class LiveSocket {
  /** Resolves when it is of no use any more; never rejects. */
  readonly ended: Promise<Ending>;
  readonly #socket: Socket;
  readonly #heard: Heard;
  #end!: (ending: Ending) => void;
  #isOpen = false;
  #lastSeq: number | undefined;
  #requests = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(socket: Socket, heard: Heard) {
    this.#socket = socket;
    this.#heard = heard;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    socket.addEventListener('open', () => this.#subscribe());
    socket.addEventListener('message', ({ data }) => this.#take(readSocketFrame(data)));
    socket.addEventListener('close', () => this.close());
    this.#expect(PATIENCE, () => this.close());
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#socket.close();
    this.#end(this.#isOpen ? 'lost' : 'refused');
  }

  #subscribe(): void {
    this.#requests += 1;
    this.#socket.send(subscription(`companion-${this.#requests}`));
    this.#expect(PATIENCE, () => this.close());
  }

  #expect(ms: number, otherwise: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(otherwise, ms);
  }

  #take(frame: SocketFrame): void {
    if (this.#isOpen) this.#expect(QUIET, () => this.#subscribe());
    switch (frame.kind) {
      case 'ready':
        if ((frame.version ?? DIALECT) !== DIALECT) this.close();
        return;
      case 'subscribed':
        return this.#open();
      case 'error':
        // What it does not understand before it is open, it will not understand later.
        if (!this.#isOpen) this.close();
        return;
      case 'event':
        return this.#hear(frame);
      case 'other':
        return undefined;
    }
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#expect(QUIET, () => this.#subscribe());
    this.#heard.onOpen();
  }

  #hear({ seq, chatID, message, deleted }: Extract<SocketFrame, { kind: 'event' }>): void {
    if (isGap(this.#lastSeq, seq)) this.#heard.onMissed();
    this.#lastSeq = seq ?? this.#lastSeq;
    this.#heard.onEvents({ chatID, deleted, ...(message !== undefined && { message }) });
  }
}
