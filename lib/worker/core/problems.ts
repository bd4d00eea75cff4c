import type { CompanionError, ErrorCode } from '@/lib/base/errors';
import { MINUTE, SECOND } from '@/lib/base/time';
import { type Status, withTrouble } from '@/lib/model/connection/status';
import { type Operation, addLogEntry } from '@/lib/model/diagnostics/log-entries';
import type { State } from './state';

/** However long a server asks to be left alone, it is asked again after this. */
export const LONGEST_PAUSE = 5 * MINUTE;

/** Without being told how long: twice as long each time, and within one poll's interval. */
const FIRST_PAUSE = 2 * SECOND;
const LONGEST_GUESS = 20 * SECOND;

/** The state with a trouble of the whole connection, noted for the diagnostics. */
export function troubled(
  state: State,
  error: CompanionError,
  during: Operation,
  now: number,
): State {
  const code = isProbablyOff(state, error.code, now) ? 'apiOff' : error.code;
  const failures = (state.status.failures ?? 0) + 1;
  const pause = pauseAfter(error, failures);
  const status = withTrouble(state.status, code, pause && now + pause);
  return noted({ ...state, status: { ...status, failures } }, code, during, now);
}

/** A pause longer than any we keep means that the clock was put back. */
export function isBackingOff({ pausedUntil = 0 }: Status, now: number): boolean {
  return pausedUntil > now && pausedUntil - now <= LONGEST_PAUSE;
}

/** The state with something noted that went wrong. */
export function noted(state: State, code: ErrorCode, during: Operation, now: number): State {
  return { ...state, logEntries: addLogEntry(state.logEntries, { code, during }, now) };
}

function pauseAfter({ code, retryAfterMs }: CompanionError, failures: number): number | undefined {
  if (retryAfterMs !== undefined) return Math.min(retryAfterMs, LONGEST_PAUSE);
  if (code !== 'rateLimited') return undefined;
  return Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_GUESS);
}

/** The person opens Beeper from here, because nobody answers. */
export function openedBeeper(status: Status, now: number): Status {
  const isAway = status.trouble === 'notRunning' || status.trouble === 'apiOff';
  return isAway ? { ...status, openedAt: now } : status;
}

/** Beeper was opened from here and has had the time to start: then it must be its API. */
function isProbablyOff({ status }: State, code: ErrorCode, now: number): boolean {
  const sinceOpened = now - (status.openedAt ?? -Infinity);
  return code === 'notRunning' && sinceOpened > START && sinceOpened < 30 * MINUTE;
}

const START = 20 * SECOND;
