import {
  readBoolean,
  readCount,
  readMoment,
  readObject,
  readOneOf,
  readTexts,
} from '@/lib/base/parse';
import type { IncomingOfChat, IncomingMessages, GroupedNotification, Known } from './new-messages';

/**
 * What we stored of new messages; an incoming message that cannot be read is dropped, the rest
 * stays.
 */
export function readIncomingMessages(value: unknown): IncomingMessages | undefined {
  const raw = readObject(value);
  const since = readMoment(raw?.since);
  const stored = readObject(raw?.chats);
  if (since === undefined || !stored) return undefined;
  const gathering = readGrouped(raw?.gathering);
  const unclear = readObject(raw?.unclear);
  return {
    since,
    chats: readEach(stored, readIncomingOfChat),
    ...(unclear && { unclear: readEach(unclear, readKnown) }),
    stale: readTexts(raw?.stale) ?? [],
    ...(gathering && { gathering }),
  };
}

function readEach<T>(
  stored: Record<string, unknown>,
  read: (value: unknown) => T | undefined,
): Record<string, T> {
  const kept = Object.entries(stored).flatMap(([id, value]) => {
    const item = read(value);
    return item ? [[id, item] as const] : [];
  });
  return Object.fromEntries(kept);
}

function readKnown(value: unknown): Known | undefined {
  const raw = readObject(value);
  const at = readMoment(raw?.at);
  return at === undefined ? undefined : { at, count: readCount(raw?.count) ?? 0 };
}

function readIncomingOfChat(value: unknown): IncomingOfChat | undefined {
  const raw = readObject(value);
  const at = readMoment(raw?.at);
  const heardAt = readMoment(raw?.heardAt);
  const bell = readOneOf(raw?.bell, ['set', 'ringing', 'rung'] as const);
  if (at === undefined || heardAt === undefined || !bell) return undefined;
  const setAt = readMoment(raw?.setAt);
  const shownAt = readMoment(raw?.shownAt);
  return {
    at,
    heardAt,
    bell,
    count: readCount(raw?.count) ?? 0,
    fresh: readCount(raw?.fresh) ?? 0,
    burst: readCount(raw?.burst) ?? 0,
    ...(setAt !== undefined && { setAt }),
    ...(shownAt !== undefined && { shownAt }),
    ...(readBoolean(raw?.hasNoArchive) && { hasNoArchive: true }),
    ...(readBoolean(raw?.isGathered) && { isGathered: true }),
  };
}

function readGrouped(value: unknown): GroupedNotification | undefined {
  const raw = readObject(value);
  const at = readMoment(raw?.at);
  const bell = readOneOf(raw?.bell, ['ringing', 'rung'] as const);
  return at !== undefined && bell ? { at, bell } : undefined;
}
