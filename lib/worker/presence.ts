import { probe } from '../api/probe';
import { CompanionError } from '../errors';
import type { Edge } from './session';

/**
 * Makes sure that it is Beeper who answers, without showing the token: after any trouble somebody
 * else may have taken its place. One in trouble is believed, for it cannot prove itself.
 *
 * @throws CompanionError `notBeeper`, or why nobody answers
 */
export async function meetBeeper(baseUrl: string, edge: Edge): Promise<void> {
  const seen = await probe(baseUrl, edge);
  if (seen.who === 'nobody') throw new CompanionError(seen.code);
  if (seen.who === 'stranger') throw new CompanionError('notBeeper');
}
