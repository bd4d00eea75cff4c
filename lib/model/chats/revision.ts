import { readArray, readCount, readNumber, readObject } from '@/lib/base/parse';

/** Tells pages which records of chats were written; `null`: all. Its number only ever grows. */
export interface ChatsRevision {
  revision: number;
  shards: readonly number[] | null;
}

export function readChatsRevision(value: unknown): ChatsRevision | undefined {
  const raw = readObject(value);
  const revision = readNumber(raw?.revision);
  if (revision === undefined) return undefined;
  const shards = readArray(raw?.shards)?.flatMap((shard) => readCount(shard) ?? []);
  return { revision, shards: shards ?? null };
}
