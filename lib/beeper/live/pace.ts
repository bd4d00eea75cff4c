import { MINUTE, SECOND } from '@/lib/base/time';

/** How an attempt to have a live socket has ended. */
export type Ending =
  /** Beeper is not there. */
  | 'away'
  /** Beeper is there and has no socket for us: too old, another dialect, or it does not let us in. */
  | 'refused'
  /** It was open. */
  | 'lost';

const FIRST = SECOND;

/** A Beeper that comes back is to be noticed soon; one without a socket will hardly grow one. */
const LONGEST: Record<Ending, number> = {
  away: 30 * SECOND,
  refused: 30 * MINUTE,
  lost: 30 * SECOND,
};

/**
 * How long to wait before the next attempt, ms: twice as long each time, spread by a quarter so
 * that not all come back at the same moment.
 *
 * @param failures attempts in a row that did not get the socket open
 * @param random 0 to 1
 */
export function reconnectDelay(ending: Ending, failures: number, random: number): number {
  const delay = Math.min(FIRST * 2 ** Math.min(failures, 20), LONGEST[ending]);
  return delay * (0.75 + random / 2);
}

/** A message makes two events: with this wait they are told together, ms. */
export const LEAD = 12;

const SHORTEST_GAP = 100;
const LONGEST_GAP = SECOND;
const GAP_OF_EVENT = 20;

/**
 * How long events are gathered after some were told, ms: by how many those were and not by how long
 * it goes on, so that a conversation shows at once and a flood costs little.
 */
export function gapAfter(events: number): number {
  return Math.min(Math.max(SHORTEST_GAP, events * GAP_OF_EVENT), LONGEST_GAP);
}
