import type { Chat } from './chat';
import { type Row, rowsOf, type Snapshot } from './rows';

/** Rows whose title or network has every word typed, accents and case aside. */
export function searchRows(snapshot: Snapshot, query: string): Row[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return rowsOf(snapshot, (chat) => {
    const text = searchedText(chat);
    return words.every((word) => text.includes(word));
  });
}

const searched = new WeakMap<Chat, string>();

/** Folded once a chat: the next letter is typed a moment later. */
function searchedText(chat: Chat): string {
  const text = searched.get(chat) ?? fold(`${chat.title} ${chat.network}`);
  searched.set(chat, text);
  return text;
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  // Nearly all titles are plain, and taking accents off takes far longer than finding none.
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

const PLAIN = /^[ -~]*$/;
