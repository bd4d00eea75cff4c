import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  timeoutMs?: number;
  /** Between two tries; by default it grows with the time waited. */
  intervalMs?: number;
  message?: string;
}

/**
 * Tries until the function neither throws nor answers `false`, `null` or `undefined`, and gives
 * back its answer. The last failure's own words end up in the error.
 */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  { timeoutMs = 20_000, intervalMs, message = 'The condition' }: Patience = {},
): Promise<NonNullable<Exclude<Awaited<T>, false>>> {
  const start = Date.now();
  const deadline = start + timeoutMs;
  let cause: unknown;
  do {
    try {
      const answer = await attempt();
      if (isAnswer(answer)) return answer;
      cause = new Error(`the last answer was ${String(answer)}`);
    } catch (error) {
      cause = error;
    }
    await pause(intervalMs ?? pauseAfter(Date.now() - start));
  } while (Date.now() < deadline);
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new Error(`${message} was not met within ${timeoutMs} ms: ${reason}`, { cause });
}

/** A page that is asked again and again has less time for its own work. */
export function pauseAfter(waitedMs: number): number {
  return Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, waitedMs / 10));
}

const SHORTEST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 250;

function isAnswer<T>(answer: T): answer is NonNullable<Exclude<T, false>> {
  return answer !== false && answer !== null && answer !== undefined;
}
