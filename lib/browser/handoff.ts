import { readObject, readOneOf, readText } from '@/lib/base/parse';

/** What somebody began in a place of the browser's and goes on with in a page of ours. */
export type Handoff =
  | ChatHandoff
  /** Words to look for. */
  | { kind: 'find'; words: string };

/** What is to be done with a chat. */
export type ChatHandoff =
  /** Words to become a draft in a chat yet to be picked, and perhaps a reminder there. */
  | { kind: 'send' | 'remindPage'; text: string }
  /** A reminder about a chat, at a time in words yet to be understood. */
  | { kind: 'remind'; chatID: string; words: string };

const ABOUT_TEXT = ['send', 'remindPage'] as const;

export function readHandoff(value: unknown): Handoff | undefined {
  const raw = readObject(value);
  const kind = readOneOf(raw?.kind, ABOUT_TEXT);
  const text = readText(raw?.text);
  if (kind) return text ? { kind, text } : undefined;
  const words = readText(raw?.words);
  if (raw?.kind === 'find') return words ? { kind: 'find', words } : undefined;
  const chatID = readText(raw?.chatID);
  return raw?.kind === 'remind' && chatID && words ? { kind: 'remind', chatID, words } : undefined;
}

/**
 * The id of the handoff that an address is about. The address says no more: other extensions can
 * open
 * our pages with any, and what they would have done is not to be found under an id they make up.
 */
export function handoffIn(search: string): string | undefined {
  return new URLSearchParams(search).get('errand') || undefined;
}
