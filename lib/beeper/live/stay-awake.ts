import { SECOND } from '@/lib/base/time';

/** A worker that hears nothing for 30 s is stopped by Chromium. */
const STEP = 20 * SECOND;

/**
 * Has the worker stay awake: to start it anew and read 10,000 chats takes ten times as long as all
 * it does with a message. The document that holds the socket shares a process with it, so an hour
 * of it costs three seconds of processor time; being woken by every safety poll costs four.
 */
export class StayAwake {
  readonly #stay: () => Promise<void>;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(stay: () => Promise<void>) {
    this.#stay = stay;
  }

  begin(): void {
    // One that does not answer is woken by the next news.
    this.#timer ??= setInterval(() => void this.#stay().catch(() => undefined), STEP);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
