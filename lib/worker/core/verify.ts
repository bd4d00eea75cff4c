import { CompanionError } from '@/lib/base/errors';
import { MINUTE } from '@/lib/base/time';
import { probe } from '@/lib/beeper/probe';
import type { Status } from '@/lib/model/connection/status';
import type { Environment } from './environment';

/**
 * Makes sure that it is Beeper who answers, without showing the token: after any trouble and after
 * a long break somebody else may have taken its place. Who will say nothing without a token is
 * believed: so are Beepers that name their version only to those they let in.
 *
 * @throws CompanionError `notBeeper`, or why nobody can be told
 */
export async function verifyServer(baseUrl: string, environment: Environment): Promise<void> {
  const seen = await probe(baseUrl, environment);
  if (seen.who === 'beeper' || seen.who === 'guarded') return;
  throw new CompanionError(seen.who === 'stranger' ? 'notBeeper' : seen.code);
}

/** Longer than any interval between polls: the computer slept, or the browser was closed. */
const LONG_BREAK = 15 * MINUTE;

/** Somebody else may have taken the place since. A token that is rejected has nothing to hide. */
export function needsVerification({ trouble, syncedAt }: Status, now: number): boolean {
  if (trouble === 'tokenRejected') return false;
  return trouble !== undefined || Math.abs(now - (syncedAt ?? 0)) > LONG_BREAK;
}
