import { readCount, readObject } from '@/lib/base/parse';
import { type Chat, unreadMessages } from './chat';
import type { Chats } from './merge';

/** How many messages of each chat were unread when the popup was last open; those with none not. */
export type Looked = Readonly<Record<string, number>>;

export function lookedAt(chats: Chats): Looked {
  const unread = [...chats.values()].map((chat) => [chat.id, unreadMessages(chat)] as const);
  return Object.fromEntries(unread.filter(([, count]) => count > 0));
}

/** Unread messages of a chat that were there already. */
export function seenIn(looked: Looked | null, { id }: Chat): number {
  return looked && Object.hasOwn(looked, id) ? (looked[id] ?? 0) : 0;
}

/** What has been read since is not there any more: what is unread after that has come since. */
export function lookedAfter(looked: Looked, before: Chats, after: Chats): Looked {
  let kept = looked;
  for (const chat of after.values()) {
    const known = before.get(chat.id);
    if (chat === known) continue;
    const seen = seenIn(kept, chat);
    const left = Math.min(seen, unreadMessages(chat), known ? unreadMessages(known) : 0);
    if (left < seen) kept = { ...kept, [chat.id]: left };
  }
  return kept;
}

export function readLooked(value: unknown): Looked | undefined {
  const raw = readObject(value);
  const read = Object.entries(raw ?? {}).map(([id, count]) => [id, readCount(count) ?? 0] as const);
  return raw && Object.fromEntries(read);
}
