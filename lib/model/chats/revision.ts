import { readArray, readCount, readNumber, readObject } from '@/lib/base/parse';

/** Tells pages which records of chats were written; `null`: all. Its number only ever grows. */
export interface Pulse {
  revision: number;
  shards: readonly number[] | null;
}

export function readPulse(value: unknown): Pulse | undefined {
  const raw = readObject(value);
  const revision = readNumber(raw?.revision);
  if (revision === undefined) return undefined;
  const shards = readArray(raw?.shards)?.flatMap((shard) => readCount(shard) ?? []);
  return { revision, shards: shards ?? null };
}
