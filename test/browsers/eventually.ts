import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  timeoutMs?: number;
  intervalMs?: number;
  message?: string;
}

/**
 * Tries until the function neither throws nor answers `false`, `null` or `undefined`, and gives
 * back its answer. The last failure's own words end up in the error.
 */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  { timeoutMs = 20_000, intervalMs = 50, message = 'The condition' }: Patience = {},
): Promise<NonNullable<Exclude<Awaited<T>, false>>> {
  const deadline = Date.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const answer = await attempt();
      if (isAnswer(answer)) return answer;
      cause = new Error(`the last answer was ${String(answer)}`);
    } catch (error) {
      cause = error;
    }
    await pause(intervalMs);
  } while (Date.now() < deadline);
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new Error(`${message} was not met within ${timeoutMs} ms: ${reason}`, { cause });
}

function isAnswer<T>(answer: T): answer is NonNullable<Exclude<T, false>> {
  return answer !== false && answer !== null && answer !== undefined;
}
