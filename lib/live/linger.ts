import { MINUTE, SECOND } from '../time';

/** A worker that hears nothing for 30 s is stopped by Chromium. */
const STEP = 20 * SECOND;
const STEPS = (5 * MINUTE) / STEP;

/**
 * Has the worker stay awake for 5 minutes after news: more of them is likely then, and to start it
 * anew and read 10,000 chats takes ten times as long as all it does with a message.
 */
export class Linger {
  readonly #stay: () => Promise<void>;
  #left = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(stay: () => Promise<void>) {
    this.#stay = stay;
  }

  /** There was news. */
  renew(): void {
    this.#left = STEPS;
    this.#timer ??= setInterval(() => this.#step(), STEP);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #step(): void {
    this.#left -= 1;
    if (this.#left === 0) this.stop();
    // One that does not answer is woken by the next news.
    else void this.#stay().catch(() => undefined);
  }
}
