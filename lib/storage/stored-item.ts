import { readNumber, readObject } from '@/lib/base/parse';

// The mark on three functions below lets the script of the first frame leave out every item but its own.
/** One thing kept in `storage.local`, with everything there is to know about its keeping. */
export interface StoredItem<T> {
  key: string;
  version: number;
  fallback: T;
  /** The value, or `undefined` if what is stored cannot be one. Never throws. */
  read: (value: unknown) => T | undefined;
  /** By the version it comes from: turns a value of that version into one of the next. */
  migrations?: Readonly<Record<number, (old: unknown) => unknown>>;
  /** For the worker alone: stored sealed. */
  isSecret?: boolean;
}

/*@__NO_SIDE_EFFECTS__*/
export function item<T>(
  key: string,
  fallback: T,
  read: (value: unknown) => T | undefined,
): StoredItem<T> {
  return { key, version: 1, fallback, read };
}

/*@__NO_SIDE_EFFECTS__*/
export function secret<T>(...given: Parameters<typeof item<T>>): StoredItem<T> {
  return { ...item(...given), isSecret: true };
}

/** Nothing is a value too: a connection that was ended, no sign-in under way. */
/*@__NO_SIDE_EFFECTS__*/
export function nullable<T>(read: (value: unknown) => T | undefined) {
  return (value: unknown): T | null | undefined => (value === null ? null : read(value));
}

export type Outcome<T> =
  | { state: 'stored' | 'missing'; value: T }
  /** Unreadable, or written by a newer version: keep it aside, go on with the fallback. */
  | { state: 'unreadable'; value: T; found: unknown };

/** What is written for a value. */
export function pack<T>({ version }: StoredItem<T>, value: T): { version: number; value: T } {
  return { version, value };
}

/** Reads what was found under the item's key, bringing an older version up to date. */
export function unpack<T>(kept: StoredItem<T>, found: unknown): Outcome<T> {
  if (found === undefined) return { state: 'missing', value: kept.fallback };
  const raw = readObject(found);
  const version = readNumber(raw?.version);
  const value = raw && version !== undefined ? migrate(kept, raw.value, version) : undefined;
  if (value === undefined) return { state: 'unreadable', value: kept.fallback, found };
  return { state: 'stored', value };
}

function migrate<T>(kept: StoredItem<T>, stored: unknown, from: number): T | undefined {
  if (from > kept.version) return undefined;
  let value = stored;
  for (let version = from; version < kept.version; version += 1) {
    const step = kept.migrations?.[version];
    if (!step) return undefined;
    value = step(value);
  }
  return kept.read(value);
}
