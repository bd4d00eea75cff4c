import { type Fault, FAULTS } from '../beeper/faults/list';
import type { Beeper } from '../beeper/server';
import { type Desk, type DeskOptions, openDesk } from './desk';

/** What can go wrong with a request: what Beeper does with it, and what becomes of it on its way. */
export const MISHAPS = [...FAULTS, 'nowhere', 'slow'] as const;
export type Mishap = (typeof MISHAPS)[number];

/** A request as both ends of the wire can tell it. */
export interface RequestedActions {
  method: string;
  path: string;
  query: Readonly<Record<string, readonly string[]>>;
  headers: Readonly<Record<string, unknown>>;
}

export type Hits = (asked: RequestedActions) => boolean;

/** These end only when patience does, which is short with a request that meets one of them. */
const ENDLESS: ReadonlySet<Mishap> = new Set<Mishap>(['hanging', 'trickle']);
const SHORT = 150;
const LATE = 20;
/** https://www.rfc-editor.org/rfc/rfc6761#section-6.4: a name that never leads anywhere. */
export const NOWHERE = 'https://nowhere.invalid';

interface Break {
  mishap: Mishap;
  hits: Hits;
}

/** The way to Beeper, which can be made to fail at one kind of request and at no other. */
export class Wire {
  beeper: Beeper | undefined;
  /** How many requests came to harm. */
  harmed = 0;
  #breaks: Break[] = [];

  /** @param isApplied the request takes effect, and only its answer is lost. */
  async breakAt(hits: Hits, mishap: Mishap, isApplied = false): Promise<void> {
    this.#breaks.unshift({ mishap, hits });
    if (isOfBeeper(mishap)) await this.beeper?.fault(mishap, { when: hits, isApplied });
  }

  async mend(): Promise<void> {
    this.#breaks = [];
    await this.beeper?.heal();
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const asked = askedOf(input, init);
    const mishap = this.#breaks.find(({ hits }) => hits(asked))?.mishap;
    const toBeeper = this.beeper?.fetch ?? fetch;
    if (!mishap) return toBeeper(input, init);
    this.harmed += 1;
    if (mishap === 'down') await this.beeper?.fault('down');
    if (mishap === 'slow') await new Promise((resolve) => setTimeout(resolve, LATE));
    return toBeeper(
      mishap === 'nowhere' ? NOWHERE : input,
      ENDLESS.has(mishap) ? soon(init) : init,
    );
  };
}

/** Given up soon. All other requests keep their time: on a busy machine they need it. */
function soon(init: RequestInit = {}): RequestInit {
  const patience = AbortSignal.timeout(SHORT);
  return { ...init, signal: init.signal ? AbortSignal.any([init.signal, patience]) : patience };
}

/** Beeper goes down as a whole, which is left until the request that is to meet with it. */
function isOfBeeper(mishap: Mishap): mishap is Exclude<Fault, 'down'> {
  return mishap !== 'down' && mishap !== 'nowhere' && mishap !== 'slow';
}

function askedOf(...[input, init]: Parameters<typeof fetch>): RequestedActions {
  const url = new URL(input instanceof Request ? input.url : String(input));
  const { host, pathname, searchParams } = url;
  const query: Record<string, string[]> = {};
  for (const name of searchParams.keys()) query[name] = searchParams.getAll(name);
  const headers = { ...Object.fromEntries(new Headers(init?.headers)), host };
  return { method: init?.method ?? 'GET', path: pathname, query, headers };
}

/** A desk whose Beeper is reached over a wire that can break. */
export async function openWiredDesk(
  options: DeskOptions = {},
): Promise<{ desk: Desk; wire: Wire }> {
  const wire = new Wire();
  const desk = await openDesk({ ...options, fetch: wire.fetch });
  wire.beeper = desk.beeper;
  return { desk, wire };
}
