import { SECOND } from '@/lib/base/time';
import { probe } from '@/lib/beeper/probe';
import { DEFAULT_ADDRESS } from '@/lib/model/connection/address';
import {
  type Discovery,
  NEIGHBOURS,
  onePerPort,
  sortSightings,
} from '@/lib/model/connection/discovery';
import type { Deps } from '@/lib/worker/core/session';

/** A closed port of this computer answers at once, on Windows it may hang instead. */
const PATIENCE = 0.8 * SECOND;

/** Looks who answers at the addresses Beeper is known to use, all at once. */
export async function discover(deps: Deps): Promise<Discovery> {
  const timeoutMs = Math.min(PATIENCE, deps.timeoutMs);
  const probes = await Promise.all(
    NEIGHBOURS.map(
      async (baseUrl) => [baseUrl, await probe(baseUrl, { ...deps, timeoutMs })] as const,
    ),
  );
  const found: Discovery = {
    beepers: sortSightings(
      probes.flatMap(([, result]) => (result.who === 'beeper' ? [result.discovered] : [])),
    ),
    strangers: onePerPort(
      probes.flatMap(([baseUrl, { who }]) => (who === 'stranger' ? [baseUrl] : [])),
    ),
    isBlocked: probes.every(([, seen]) => seen.who === 'nobody' && seen.code === 'notAllowed'),
  };
  await deps.store.update((state) => ({ ...state, found }));
  return found;
}

/** Where to connect when no address was named: the usual place, or else where Beeper is. */
export async function locate(deps: Deps): Promise<string> {
  const usual = await probe(DEFAULT_ADDRESS, deps);
  if (usual.who === 'beeper' && usual.discovered.kind === 'desktop') return DEFAULT_ADDRESS;
  const { beepers } = await discover(deps);
  return beepers[0]?.baseUrl ?? DEFAULT_ADDRESS;
}
