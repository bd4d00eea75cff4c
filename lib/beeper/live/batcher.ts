import { Grouped, type LiveEvents } from './events';
import type { ChatEvents } from './frames';
import { gapAfter, LEAD } from './pace';

export interface EventBatcherOptions {
  /** Resolves when the news have been dealt with; what goes wrong with it counts as missed. */
  tell: (events: LiveEvents) => Promise<void>;
  wait: (ms: number) => Promise<void>;
}

/** Tells events on: those of a message at once, a flood of them in larger portions, one at a time. */
export class EventBatcher {
  readonly #gathered = new Grouped();
  readonly #environment: EventBatcherOptions;
  #events = 0;
  #isTelling = false;

  constructor(environment: EventBatcherOptions) {
    this.#environment = environment;
  }

  hear(events: ChatEvents): void {
    this.#events += 1;
    this.#gathered.add(events);
    void this.#run();
  }

  miss(): void {
    this.#gathered.miss();
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#isTelling) return;
    this.#isTelling = true;
    const { tell, wait } = this.#environment;
    await wait(LEAD);
    for (let events = this.#gathered.take(); events; events = this.#gathered.take()) {
      const gap = gapAfter(this.#events);
      this.#events = 0;
      await tell(events).catch(() => this.#gathered.miss());
      await wait(gap);
    }
    this.#isTelling = false;
  }
}
