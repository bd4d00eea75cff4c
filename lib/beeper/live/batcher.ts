import { Gathered, type News } from './events';
import type { ChatNews } from './frames';
import { nextGap } from './pace';

export interface TellerEdge {
  /** Resolves when the news have been dealt with; what goes wrong with it counts as missed. */
  tell: (news: News) => Promise<void>;
  wait: (ms: number) => Promise<void>;
}

/** Tells news on: the first at once, a flood of them in ever larger portions, one at a time. */
export class Teller {
  readonly #gathered = new Gathered();
  readonly #edge: TellerEdge;
  #isTelling = false;

  constructor(edge: TellerEdge) {
    this.#edge = edge;
  }

  hear(news: ChatNews): void {
    this.#gathered.add(news);
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
    for (let news = this.#gathered.take(); news; news = this.#gathered.take()) {
      await this.#edge.tell(news).catch(() => this.#gathered.miss());
      gap = nextGap(gap);
      await this.#edge.wait(gap);
    }
    this.#isTelling = false;
  }
}
