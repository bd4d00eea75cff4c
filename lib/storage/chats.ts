import { clear, createStore, delMany, entries, getMany, setMany } from 'idb-keyval';

import { once } from '@/lib/base/async';
import { readArray } from '@/lib/base/parse';
import type { Chat } from '@/lib/model/chats/chat';
import type { Chats } from '@/lib/model/chats/merge';
import { parseStoredChat } from '@/lib/model/chats/chat';

/** Opened at first use: importing this module must not touch the disk. */
const database = once(() => createStore('companion-index', 'shards'));

/** Every chat there is, by the record it is kept in. */
export interface StoredChats {
  shards: ReadonlyMap<number, readonly Chat[]>;
  /** Not all could be read: chats are missing until they are walked through again. */
  isDamaged: boolean;
}

export async function loadShards(): Promise<StoredChats> {
  const stored = await entries<number, unknown>(database());
  const shards = stored.map(([shard, text]) => [shard, readShard(text)] as const);
  return {
    shards: new Map(shards.map(([shard, { chats }]) => [shard, chats])),
    isDamaged: shards.some(([, { isWhole }]) => !isWhole),
  };
}

/** The records of these numbers; one that is not there is empty. */
export async function loadSomeShards(numbers: readonly number[]): Promise<StoredChats['shards']> {
  const stored = await getMany<unknown>([...numbers], database());
  return new Map(numbers.map((shard, index) => [shard, readShard(stored[index]).chats]));
}

export async function loadChats(): Promise<Chats> {
  return chatsIn((await loadShards()).shards);
}

export function chatsIn(shards: StoredChats['shards']): Chats {
  const chats = new Map<string, Chat>();
  for (const members of shards.values()) {
    for (const chat of members) if (!chats.has(chat.id)) chats.set(chat.id, chat);
  }
  return chats;
}

export async function saveShards(shards: StoredChats['shards']): Promise<void> {
  const [filled, empty] = [[], []] as [[number, string][], number[]];
  for (const [shard, chats] of shards) {
    if (chats.length > 0) filled.push([shard, writeShard(chats)]);
    else empty.push(shard);
  }
  if (filled.length > 0) await setMany(filled, database());
  if (empty.length > 0) await delMany(empty, database());
}

export function clearChats(): Promise<void> {
  return clear(database());
}

/** As text: parsing it costs a third of what the browser's own copying does (test/bench). */
function writeShard(chats: readonly Chat[]): string {
  return JSON.stringify(chats, (member, value: unknown) =>
    isTakenForGranted(member, value) ? undefined : value,
  );
}

/** `parseStoredChat` makes these of what is missing; only a reminder without its moment is none. */
function isTakenForGranted(member: string, value: unknown): boolean {
  return value === false || (value === 0 && member !== 'at');
}

function readShard(text: unknown): { chats: Chat[]; isWhole: boolean } {
  if (text === undefined) return { chats: [], isWhole: true };
  const values = readArray(parse(text));
  const chats = values?.flatMap((value) => parseStoredChat(value) ?? []) ?? [];
  return { chats, isWhole: chats.length === values?.length };
}

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
