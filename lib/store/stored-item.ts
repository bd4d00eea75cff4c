import { readNumber, readObject } from '../read';

/** One thing kept in `storage.local`, with everything there is to know about its keeping. */
export interface StoredItem<T> {
  key: string;
  version: number;
  fallback: T;
  /** The value, or `undefined` if what is stored cannot be one. Never throws. */
  read: (value: unknown) => T | undefined;
  /** By the version it comes from: turns a value of that version into one of the next. */
  migrations?: Readonly<Record<number, (old: unknown) => unknown>>;
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
export function unpack<T>(item: StoredItem<T>, found: unknown): Outcome<T> {
  if (found === undefined) return { state: 'missing', value: item.fallback };
  const raw = readObject(found);
  const version = readNumber(raw?.version);
  const value = raw && version !== undefined ? migrate(item, raw.value, version) : undefined;
  if (value === undefined) return { state: 'unreadable', value: item.fallback, found };
  return { state: 'stored', value };
}

function migrate<T>(item: StoredItem<T>, stored: unknown, from: number): T | undefined {
  if (from > item.version) return undefined;
  let value = stored;
  for (let version = from; version < item.version; version += 1) {
    const step = item.migrations?.[version];
    if (!step) return undefined;
    value = step(value);
  }
  return item.read(value);
}
