import { probe } from '../api/probe';
import { CompanionError, type ErrorCode } from '../errors';
import type { Status } from '../status';
import type { Edge } from './session';

/** Troubles after which somebody else may have taken Beeper's place. */
const AWAY: ReadonlySet<ErrorCode> = new Set([
  'notRunning',
  'apiOff',
  'notResponding',
  'notBeeper',
  'notAllowed',
]);

export function isAway({ trouble }: Status): boolean {
  return trouble !== undefined && AWAY.has(trouble);
}

/**
 * Makes sure that it is Beeper who answers, without showing the token. One in trouble is believed:
 * it could not prove itself.
 *
 * @throws CompanionError `notBeeper`, or why nobody answers
 */
export async function meetBeeper(baseUrl: string, edge: Edge): Promise<void> {
  const seen = await probe(baseUrl, edge);
  if (seen.who === 'nobody') throw new CompanionError(seen.code);
  if (seen.who === 'stranger') throw new CompanionError('notBeeper');
}
