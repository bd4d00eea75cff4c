import { invalid } from './http/reply';
import type { Call } from './http/route';
import { oneOf } from './http/schema';
import type { Switches } from './switches';

export interface Page<T> {
  items: T[];
  hasMore: boolean;
  oldestCursor: string | null;
  newestCursor: string | null;
}

/** A place in a listing: a number that falls from newest to oldest, and an id for ties. */
export interface Position {
  rank: number;
  id: string;
}

export interface PageOptions<T> {
  size: number;
  position: (item: T) => Position;
  /** Reads a client's cursor; some builds hand out none and take a sort key instead. */
  readCursor?: (cursor: string) => Position;
}

const OVERLAP = 2;

/** Items come newest first. Cursors name a place, not an offset, so chats can move meanwhile. */
export function pageOf<T>(call: Call, items: readonly T[], options: PageOptions<T>): Page<T> {
  const { switches } = call.app;
  const cursor = call.query.text('cursor');
  const direction = call.query.checked('direction', oneOf('before', 'after')) ?? 'before';
  if (cursor === undefined || switches.endless === 'same-page') {
    return cut(items, { ...options, start: 0, switches });
  }
  const from = (options.readCursor ?? decodeCursor)(cursor);
  if (direction === 'after') {
    // The newest rows come first, not those next to the cursor: a trap worth keeping.
    const newer = items.filter((item) => compare(options.position(item), from) < 0);
    return cut(newer, { ...options, start: 0, switches });
  }
  const next = items.findIndex((item) => compare(options.position(item), from) > 0);
  const start = next === -1 ? items.length : next;
  const overlap = switches.pagesOverlap ? OVERLAP : 0;
  return cut(items, { ...options, start: Math.max(0, start - overlap), switches, cursor });
}

export function encodeCursor({ rank, id }: Position): string {
  return Buffer.from(JSON.stringify([rank, id])).toString('base64url');
}

export function decodeCursor(cursor: string): Position {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts)) throw new TypeError('not a pair');
    const [rank, id] = parts as unknown[];
    if (typeof rank !== 'number' || typeof id !== 'string') throw new TypeError('not a position');
    return { rank, id };
  } catch {
    throw invalid('The cursor is not one of ours', ['cursor']);
  }
}

interface Cut<T> extends PageOptions<T> {
  start: number;
  switches: Switches;
  cursor?: string;
}

function cut<T>(items: readonly T[], { start, size, position, switches, cursor }: Cut<T>): Page<T> {
  const slice = items.slice(start, start + size);
  const first = slice[0];
  const last = slice.at(-1);
  const isEndless = switches.endless !== 'off';
  return {
    items: slice,
    hasMore: isEndless || start + size < items.length,
    oldestCursor: last ? encodeCursor(position(last)) : isEndless ? (cursor ?? null) : null,
    newestCursor: first ? encodeCursor(position(first)) : null,
  };
}

/** Negative when `a` comes earlier in the listing, which is newest first. */
export function compare(a: Position, b: Position): number {
  if (a.rank !== b.rank) return b.rank - a.rank;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
