import { fold, foldings } from '@/lib/text/fold';

/** One word looked for, in the ways it may be written. */
export type Word = readonly string[];

export function wordsOf(query: string): Word[] {
  return query
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const written = foldings(word);
      return [...written, ...withoutSigns(written[0] ?? '')];
    });
}

/** Five digits at least, with what people write between them. */
const NUMBER = /\+?\d(?:[\s()./-]*\d){4,}/g;
const IN_WORDS = /(?<=\p{L})['’-](?=\p{L})/gu;

/** A folded text as it is written without signs: numbers in one piece, O'Brien as obrien. */
export function withoutSigns(text: string): string[] {
  const numbers = (text.match(NUMBER) ?? []).map((number) => number.replaceAll(/\D/g, ''));
  return [...numbers, text.replaceAll(IN_WORDS, '')].filter((written) => written !== text);
}

/** Where a word stands in a folded text: at the start of one of its words, or inside. */
export type Place = 'start' | 'inside';

const LETTER = /[\p{L}\p{N}]/u;

export function placeOf(word: Word, text: string): Place | undefined {
  let isThere = false;
  for (const written of word) {
    for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + 1)) {
      if (at === 0 || !LETTER.test(text.charAt(at - 1))) return 'start';
      isThere = true;
    }
  }
  return isThere ? 'inside' : undefined;
}

/** A part of a text as it is shown, and whether it was looked for. */
export interface Part {
  text: string;
  isFound: boolean;
  /** Where in the whole text it begins. */
  at: number;
}

/** Shown around the first word found, characters. */
const BEFORE = 24;

/** A line around the first of the words, with all of them marked. */
export function snippetOf(text: string, words: readonly Word[]): Part[] {
  const marked = marksIn(text, words);
  const first = marked.indexOf(true);
  const start = first > 2 * BEFORE ? wordStart(text, first - BEFORE) : 0;
  const parts: Part[] = start > 0 ? [{ text: '…', isFound: false, at: -1 }] : [];
  for (let at = start; at < text.length; at += 1) {
    const isFound = marked[at] ?? false;
    const last = parts.at(-1);
    if (last?.isFound === isFound) last.text += text.charAt(at);
    else parts.push({ text: text.charAt(at), isFound, at });
  }
  return parts;
}

/** Which characters belong to a word looked for. */
function marksIn(text: string, words: readonly Word[]): boolean[] {
  const { folded, from } = foldedWithOrigins(text);
  const marks = Array.from({ length: text.length }, () => false);
  for (const written of words.flat().filter(Boolean)) {
    for (let at = folded.indexOf(written); at !== -1; at = folded.indexOf(written, at + 1)) {
      const end = from[at + written.length] ?? text.length;
      marks.fill(true, from[at], end);
    }
  }
  return marks;
}

/** The folded text, and for each of its characters where in the text it comes from. */
function foldedWithOrigins(text: string): { folded: string; from: number[] } {
  const from: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = fold(character);
    for (let index = 0; index < plain.length; index += 1) from.push(at);
    folded += plain;
    at += character.length;
  }
  return { folded, from };
}

/** Not in the middle of a word, if one begins soon. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + BEFORE / 2 ? at : space + 1;
}
