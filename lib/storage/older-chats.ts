import { promisifyRequest } from 'idb-keyval';

import type { Chat } from '@/lib/model/chats/chat';
import { parseStoredChat } from '@/lib/model/chats/chat';

/** Until 57ebbfb every chat was a record of its own, in a database of this name. */
const NAME = 'companion-chats';
const STORE = 'chats';

/** The chats an older version has kept; none where there never was one. */
export async function loadOlderChats(): Promise<Chat[]> {
  // To open one that is not there would make it.
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === NAME)) return [];
  const database = await promisifyRequest(indexedDB.open(NAME));
  try {
    const store = database.transaction(STORE).objectStore(STORE);
    const values: unknown[] = await promisifyRequest(store.getAll());
    return values.flatMap((value) => parseStoredChat(value) ?? []);
  } finally {
    database.close();
  }
}

/** They hold names and messages, and must not outlive what took their place. */
export async function dropOlderChats(): Promise<void> {
  await promisifyRequest(indexedDB.deleteDatabase(NAME));
}
