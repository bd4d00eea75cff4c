import { probe } from '../api/probe';
import { CompanionError } from '../errors';
import type { Edge } from './session';

/**
 * Makes sure that it is Beeper who answers, without showing the token: after any trouble and after
 * a long break somebody else may have taken its place.
 *
 * @throws CompanionError `notBeeper`, or why nobody can be told
 */
export async function meetBeeper(baseUrl: string, edge: Edge): Promise<void> {
  const seen = await probe(baseUrl, edge);
  if (seen.who === 'stranger') throw new CompanionError('notBeeper');
  if (seen.who !== 'beeper') throw new CompanionError(seen.code);
}
