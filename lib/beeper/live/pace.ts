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

const FIRST_GAP = 100;
const LONGEST_GAP = 2 * SECOND;

/**
 * How long news are gathered before they are told on, ms. The first is told at once; while more
 * keep coming, each telling waits twice as long as the one before, so that a flood costs little.
 *
 * @param last the gap before, 0 after a pause
 */
export function nextGap(last: number): number {
  return Math.min(Math.max(FIRST_GAP, last * 2), LONGEST_GAP);
}
