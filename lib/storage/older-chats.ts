import { promisifyRequest } from 'idb-keyval';

import type { Chat } from '@/lib/model/chats/chat';
import { readStoredChat } from '@/lib/model/chats/parse-stored';
import { saveShards, type StoredChats } from './chats';
import { SHARD_SIZE } from './shards';

/** Until 57ebbfb every chat was a record of its own, in a database of this name. */
const NAME = 'companion-chats';
const STORE = 'chats';

/** Takes over the chats an older version has kept; none where there never was one. */
export async function takeOverChats(): Promise<StoredChats['shards']> {
  const chats = await olderChats();
  const shards = new Map<number, readonly Chat[]>();
  for (let from = 0; from < chats.length; from += SHARD_SIZE) {
    shards.set(shards.size, chats.slice(from, from + SHARD_SIZE));
  }
  // A disk that refuses them keeps the old ones, for the next time.
  if (shards.size > 0) await saveShards(shards).then(dropOlderChats, () => undefined);
  return shards;
}

/** They hold names and messages, and must not outlive what took their place. */
export async function dropOlderChats(): Promise<void> {
  await promisifyRequest(indexedDB.deleteDatabase(NAME));
}

async function olderChats(): Promise<Chat[]> {
  // To open one that is not there would make it.
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === NAME)) return [];
  const database = await promisifyRequest(indexedDB.open(NAME));
  try {
    const store = database.transaction(STORE).objectStore(STORE);
    const values: unknown[] = await promisifyRequest(store.getAll());
    return values.flatMap((value) => readStoredChat(value) ?? []);
  } finally {
    database.close();
  }
}
