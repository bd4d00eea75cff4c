import type { ChatRecord } from '../world/records';

/** Literal words, all of which have to occur; no stemming. */
export function hasWords(text: string, query: string): boolean {
  const haystack = text.toLowerCase();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => haystack.includes(word));
}

export function namesIn(chat: ChatRecord): string {
  return chat.participants
    .map(({ fullName, username = '', id }) => `${fullName} ${username} ${id}`)
    .join(' ');
}
