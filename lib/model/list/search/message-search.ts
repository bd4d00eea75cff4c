import { readObject, readOneOf, readText, readTexts } from '@/lib/base/parse';
import type { Chat, Preview } from '@/lib/model/chats/chat';
import { type Kind, KINDS } from '@/lib/model/list/filter';

/** Words to find in messages, and in which chats. */
export interface MessageSearch {
  query: string;
  /** Empty: of all accounts. */
  accountIDs: readonly string[];
  kind?: Kind;
}

/** A message that was found, and the chat it is in, which may not be known here. */
export interface MessageHit {
  chat: Pick<Chat, 'id' | 'title' | 'network' | 'isGroup'>;
  /** With more of its text than a list of chats shows. */
  message: Preview;
}

export function readMessageSearch(value: unknown): MessageSearch | undefined {
  const raw = readObject(value);
  const query = readText(raw?.query);
  if (!raw || !query) return undefined;
  const kind = readOneOf<Kind>(raw.kind, KINDS);
  return { query, accountIDs: readTexts(raw.accountIDs) ?? [], ...(kind && { kind }) };
}
