import type { LoggedRequest } from '../http/request';
import type { Fault } from './list';

export interface FaultOptions {
  /** Which requests it hits; all of them unless given. */
  when?: (request: LoggedRequest) => boolean;
  /** After how many hits it is over; it stays until healed unless given. */
  times?: number;
  /** The request takes effect first, and only its answer goes wrong. */
  isApplied?: boolean;
  /** For the three kinds of Retry-After. */
  retryAfterSeconds?: number;
  /** Where the redirects lead. */
  to?: string;
  /** The size of the huge body. */
  bytes?: number;
  /** The pause between two bytes of a trickle. */
  pauseMs?: number;
}

export interface ActiveFault {
  fault: Exclude<Fault, 'down'>;
  options: FaultOptions;
  left: number;
}

/** What is broken right now; of several faults that fit, the one set last wins. */
export class Faults {
  #active: ActiveFault[] = [];

  add(fault: Exclude<Fault, 'down'>, options: FaultOptions): void {
    this.#active.unshift({ fault, options, left: options.times ?? Infinity });
  }

  clear(): void {
    this.#active = [];
  }

  /** What a request like this would meet. */
  due(request: LoggedRequest): ActiveFault | undefined {
    return this.#active.find(({ options }) => options.when?.(request) ?? true);
  }

  hit(request: LoggedRequest): ActiveFault | undefined {
    const active = this.due(request);
    if (!active) return undefined;
    active.left -= 1;
    if (active.left <= 0) this.#active = this.#active.filter((other) => other !== active);
    return active;
  }
}
