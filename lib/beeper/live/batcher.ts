import { Grouped, type LiveEvents } from './events';
import type { ChatEvents } from './frames';
import { nextGap } from './pace';

export interface EventBatcherOptions {
  /** Resolves when the news have been dealt with; what goes wrong with it counts as missed. */
  tell: (events: LiveEvents) => Promise<void>;
  wait: (ms: number) => Promise<void>;
}

/** Tells news on: the first at once, a flood of them in ever larger portions, one at a time. */
export class EventBatcher {
  readonly #gathered = new Grouped();
  readonly #environment: EventBatcherOptions;
  #isTelling = false;

  constructor(environment: EventBatcherOptions) {
    this.#environment = environment;
  }

  hear(events: ChatEvents): void {
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
    let gap = 0;
    for (let events = this.#gathered.take(); events; events = this.#gathered.take()) {
      await this.#environment.tell(events).catch(() => this.#gathered.miss());
      gap = nextGap(gap);
      await this.#environment.wait(gap);
    }
    this.#isTelling = false;
  }
}
