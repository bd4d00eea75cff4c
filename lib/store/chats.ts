import { clear, createStore, delMany, getMany, setMany, values } from 'idb-keyval';

import type { Chat } from '../chat';
import type { Chats } from '../inbox';
import { once } from '../parallel';
import { readStoredChat } from './read-stored';

/**
 * One record a chat, so that a change costs what changed and not the whole inbox. Opened at first
 * use: importing this module must not touch the disk.
 */
const database = once(() => createStore('companion-chats', 'chats'));

export async function loadChats(): Promise<Chats> {
  return byID(await values<unknown>(database()));
}

/** The chats of these ids that are still there. */
export async function loadSomeChats(ids: readonly string[]): Promise<Chats> {
  return byID(await getMany<unknown>([...ids], database()));
}

export async function saveChats(
  changed: readonly Chat[],
  removed: readonly string[],
): Promise<void> {
  if (changed.length > 0)
    await setMany(
      changed.map((chat) => [chat.id, chat]),
      database(),
    );
  if (removed.length > 0) await delMany([...removed], database());
}

export function clearChats(): Promise<void> {
  return clear(database());
}

function byID(stored: readonly unknown[]): Chats {
  const chats = stored.flatMap((value) => readStoredChat(value) ?? []);
  return new Map(chats.map((chat) => [chat.id, chat]));
}
