import { readCount, readObject } from '@/lib/base/parse';
import { type Chat, unreadMessages } from './chat';
import type { Chats } from './merge';

/** How many messages of each chat were unread when the popup was last open; those with none not. */
export type UnreadBaseline = Readonly<Record<string, number>>;

export function baselineAt(chats: Chats): UnreadBaseline {
  const unread = [...chats.values()].map((chat) => [chat.id, unreadMessages(chat)] as const);
  return Object.fromEntries(unread.filter(([, count]) => count > 0));
}

/** Unread messages of a chat that were there already. */
export function seenIn(baseline: UnreadBaseline | null, { id }: Chat): number {
  return baseline && Object.hasOwn(baseline, id) ? (baseline[id] ?? 0) : 0;
}

/** What has been read since is not there any more: what is unread after that has come since. */
export function lookedAfter(baseline: UnreadBaseline, before: Chats, after: Chats): UnreadBaseline {
  let kept = baseline;
  for (const chat of after.values()) {
    const known = before.get(chat.id);
    if (chat === known) continue;
    const seen = seenIn(kept, chat);
    const left = Math.min(seen, unreadMessages(chat), known ? unreadMessages(known) : 0);
    if (left < seen) kept = { ...kept, [chat.id]: left };
  }
  return kept;
}

export function readBaseline(value: unknown): UnreadBaseline | undefined {
  const raw = readObject(value);
  const read = Object.entries(raw ?? {}).map(([id, count]) => [id, readCount(count) ?? 0] as const);
  return raw && Object.fromEntries(read);
}
