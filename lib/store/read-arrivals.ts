import type { Arrival, Arrivals, Gathering } from '../arrivals';
import { readBoolean, readCount, readMoment, readObject, readOneOf, readTexts } from '../read';

/** What we stored of new messages; an arrival that cannot be read is dropped, the rest stays. */
export function readArrivals(value: unknown): Arrivals | undefined {
  const raw = readObject(value);
  const since = readMoment(raw?.since);
  const stored = readObject(raw?.chats);
  if (since === undefined || !stored) return undefined;
  const chats = Object.entries(stored).flatMap(([id, kept]) => {
    const arrival = readArrival(kept);
    return arrival ? [[id, arrival] as const] : [];
  });
  const gathering = readGathering(raw?.gathering);
  return {
    since,
    chats: Object.fromEntries(chats),
    stale: readTexts(raw?.stale) ?? [],
    ...(gathering && { gathering }),
  };
}

function readArrival(value: unknown): Arrival | undefined {
  const raw = readObject(value);
  const at = readMoment(raw?.at);
  const heardAt = readMoment(raw?.heardAt);
  const bell = readOneOf(raw?.bell, ['set', 'ringing', 'rung'] as const);
  if (at === undefined || heardAt === undefined || !bell) return undefined;
  const shownAt = readMoment(raw?.shownAt);
  return {
    at,
    heardAt,
    bell,
    count: readCount(raw?.count) ?? 0,
    fresh: readCount(raw?.fresh) ?? 0,
    burst: readCount(raw?.burst) ?? 0,
    ...(shownAt !== undefined && { shownAt }),
    ...(readBoolean(raw?.isGathered) && { isGathered: true }),
  };
}

function readGathering(value: unknown): Gathering | undefined {
  const raw = readObject(value);
  const at = readMoment(raw?.at);
  const bell = readOneOf(raw?.bell, ['ringing', 'rung'] as const);
  return at !== undefined && bell ? { at, bell } : undefined;
}
