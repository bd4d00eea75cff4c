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

/** The words of a Matrix HTML body on one line. What comes out is text and is only drawn as text. */
export function htmlToText(html: string, length = MAX_LENGTH): string {
  let text = '';
  let silent = 0;
  const handler: Partial<Handler> = {
    onopentagname(name) {
      if (SILENT.has(name)) silent += 1;
      if (BREAKING.has(name)) text += ' ';
    },
    ontext(chunk) {
      if (silent === 0) text += decodeEntities(chunk);
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      if (BREAKING.has(name)) text += ' ';
    },
  };
  new Parser(handler, { decodeEntities: false }).end(html.slice(0, length * 40));
  return toLine(text, length);
}

/** Any text on one line: white space folded, invisible characters dropped, bounded in length. */
export function toLine(text: string, length = MAX_LENGTH): string {
  const line = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return line.length > length ? `${cut(line, length)}…` : line;
}

/** The beginning of a line, never with half a character at its end. */
export function cut(line: string, length: number): string {
  return line
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
