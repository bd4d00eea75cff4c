import { type Handler, Parser } from 'htmlparser2';

import { decodeEntities } from './entities';

/** Tags whose content is not for reading: quotes of the message replied to, code, styles. */
const SILENT = new Set(['mx-reply', 'script', 'style', 'head', 'title', 'template', 'svg']);
const BREAKING = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'table',
  'hr',
]);

/**
 * Zero-width, direction-override and control characters, and halves of characters: invisible at
 * best, misleading at worst.
 */
const INVISIBLE = /[\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}]|(?!\s)\p{Cc}/gu;

/** Longer than any line we draw; keeps a hostile body from filling the snapshot. */
const MAX_LENGTH = 280;

/** Longer than anybody reads in a small window. */
const MAX_TEXT = 4000;

/** The words of a Matrix HTML body on one line. What comes out is text and is only drawn as text. */
export function htmlToText(html: string, length = MAX_LENGTH): string {
  return toLine(wordsOf(html, { most: length * 40, item: ' ' }), length);
}

/** The same with the lines it is written in. */
export function htmlToLines(html: string): string {
  const lines = wordsOf(html, { most: MAX_TEXT * 10, item: '\n• ' }).split('\n');
  return toLines(lines.filter((line) => line.trim()).join('\n'));
}

/** Longer than what anybody types into a small field, tags included. */
const LONGEST_DRAFT = 100_000;

/** The same as somebody would have typed it. */
export function htmlToTyped(html: string): string {
  return folded(wordsOf(html, { most: LONGEST_DRAFT, item: '\n' }));
}

/** The words, each line on its own; what is set as it is keeps the lines it has. */
function wordsOf(html: string, { most, item }: { most: number; item: string }): string {
  let text = '';
  let silent = 0;
  let asItIs = 0;
  const handler: Partial<Handler> = {
    onopentagname(name) {
      if (SILENT.has(name)) silent += 1;
      if (name === 'pre') asItIs += 1;
      if (BREAKING.has(name)) text += name === 'li' ? item : '\n';
    },
    ontext(chunk) {
      if (silent > 0) return;
      const words = decodeEntities(chunk);
      text += asItIs > 0 ? words : words.replace(/[ \t\r\n\f]+/g, ' ');
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      if (name === 'pre') asItIs = Math.max(0, asItIs - 1);
      // It has no end, only a place.
      if (BREAKING.has(name) && name !== 'br') text += '\n';
    },
  };
  new Parser(handler, { decodeEntities: false }).end(html.slice(0, most));
  return text;
}

/** Any text on one line: white space folded, invisible characters dropped, bounded in length. */
export function toLine(text: string, length = MAX_LENGTH): string {
  const line = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return line.length > length ? `${cut(line, length)}…` : line;
}

/** Any text with its lines, of which no two are blank in a row; invisible characters dropped. */
export function toLines(text: string): string {
  const lines = folded(text.replace(/\r\n?/g, '\n'));
  return lines.length > MAX_TEXT ? `${cut(lines, MAX_TEXT)}…` : lines;
}

function folded(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The beginning of a line, never with half a character at its end. */
export function cut(line: string, length: number): string {
  return line
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}

/** A line of at most so many characters; one that goes on ends in an ellipsis. */
export function shortened(line: string, most: number): string {
  return line.length > most ? `${cut(line, most - 1)}…` : line;
}
