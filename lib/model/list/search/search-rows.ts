import { cached } from '@/lib/base/cached';
import type { Chat } from '@/lib/model/chats/chat';
import { type Row, rowsOf, type Snapshot } from '@/lib/model/chats/rows';
import { foldings } from '@/lib/text/fold';
import { placeOf, type Word, withoutSigns, wordsOf } from './words';

/**
 * Rows in whose title, people or network every word typed occurs, in any order, accents and case
 * aside. First those of which words of the title begin so, then people's or the network's, then
 * those that only hold them; each newest first.
 */
export function searchRows(snapshot: Snapshot, query: string): Row[] {
  const words = wordsOf(query);
  const rank = cached((chat: Chat) => rankOf(words, chat));
  const rows = rowsOf(snapshot, (chat) => rank(chat) !== undefined);
  return RANKS.flatMap((wanted) => rows.filter(({ chat }) => rank(chat) === wanted));
}

const RANKS = [0, 1, 2] as const;
type Rank = (typeof RANKS)[number];

/** How far from what was meant a chat is: as far as the word that fits it least. */
function rankOf(words: readonly Word[], chat: Chat): Rank | undefined {
  const { title, others } = searchedTexts(chat);
  let worst: Rank = 0;
  for (const word of words) {
    const rank = rankOfWord(word, title, others);
    if (rank === undefined) return undefined;
    if (rank > worst) worst = rank;
  }
  return worst;
}

function rankOfWord(word: Word, title: string, others: string): Rank | undefined {
  const inTitle = placeOf(word, title);
  if (inTitle === 'start') return 0;
  const inOthers = placeOf(word, others);
  if (inOthers === 'start') return 1;
  return (inTitle ?? inOthers) ? 2 : undefined;
}

interface Searched {
  title: string;
  /** People and network. */
  others: string;
}

const searched = new WeakMap<Chat, Searched>();

/** Folded once a chat: the next letter is typed a moment later. */
function searchedTexts(chat: Chat): Searched {
  const known = searched.get(chat);
  if (known) return known;
  const network = foldedNetwork(chat.network);
  const others = chat.people ? `${textOf(chat.people)} ${network}` : network;
  const texts = { title: textOf(chat.title), others };
  searched.set(chat, texts);
  return texts;
}

/** There are few of them. */
const foldedNetwork = cached(textOf);

function textOf(text: string): string {
  const written = foldings(text);
  return [...written, ...withoutSigns(written[0] ?? '')].join(' ');
}
