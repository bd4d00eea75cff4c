import { type Handler, Parser } from 'htmlparser2';

import { folded, MAX_LENGTH, MAX_TEXT, toLine, toLines } from '@/lib/text/clip';
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
