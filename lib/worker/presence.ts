import { probe } from '../api/probe';
import { CompanionError } from '../errors';
import type { Edge } from './session';

/**
 * Makes sure that it is Beeper who answers, without showing the token: after any trouble and after
 * a long break somebody else may have taken its place. Who will say nothing without a token is
 * believed: so are Beepers that name their version only to those they let in.
 *
 * @throws CompanionError `notBeeper`, or why nobody can be told
 */
export async function meetBeeper(baseUrl: string, edge: Edge): Promise<void> {
  const seen = await probe(baseUrl, edge);
  if (seen.who === 'beeper' || seen.who === 'guarded') return;
  throw new CompanionError(seen.who === 'stranger' ? 'notBeeper' : seen.code);
}
