/**
 * Tolerant readers for data from outside (the API, storage, messages). None throws: what has the
 * wrong type reads as `undefined`, and the caller decides what a missing value means.
 */
export type Json = Readonly<Record<string, unknown>>;

export function readObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
}

export function readArray(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

export function readString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A string with something in it; blank titles and names are as good as none. */
export function readText(value: unknown): string | undefined {
  const text = readString(value)?.trim();
  return text || undefined;
}

/** The texts in a list; what is none is left out. */
export function readTexts(value: unknown): string[] | undefined {
  return readArray(value)?.flatMap((text) => readText(text) ?? []);
}

export function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** More than there is of anything; sums of many stay numbers. */
const MOST = 1e9;

/** A whole number of things: never negative, never a fraction. */
export function readCount(value: unknown): number | undefined {
  const number = readNumber(value);
  return number === undefined ? undefined : Math.min(Math.max(0, Math.floor(number)), MOST);
}

export function readBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/**
 * Further than this from the epoch there are no dates (https://tc39.es/ecma262/#sec-timeclip); a
 * day less, so that every zone can show it.
 */
const FARTHEST = 8.64e15 - 86_400_000;

/** Milliseconds since the epoch, from an ISO 8601 string or a number of milliseconds. */
export function readMoment(value: unknown): number | undefined {
  const moment = typeof value === 'string' ? Date.parse(value) : readNumber(value);
  return moment !== undefined && Math.abs(moment) <= FARTHEST ? Math.trunc(moment) : undefined;
}

/** The value if it is one of the allowed ones. */
export function readOneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value);
}
