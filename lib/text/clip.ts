/**
 * Zero-width, direction-override and control characters, and halves of characters: invisible at
 * best, misleading at worst.
 */
const INVISIBLE = /[\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}]|(?!\s)\p{Cc}/gu;

/** Longer than any line we draw; keeps a hostile body from filling the snapshot. */
export const MAX_LENGTH = 280;

/** Longer than anybody reads in a small window. */
export const MAX_TEXT = 4000;

/** Any text on one line: white space folded, invisible characters dropped, bounded in length. */
export function toLine(text: string, length = MAX_LENGTH): string {
  const line = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return line.length > length ? `${cut(line, length)}…` : line;
}

/** Blanks that are letters by name: Hangul fillers, the empty Braille pattern, a lone joiner. */
const BLANK = /[\s\p{C}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/gu;

/** The same of a name: nothing, where none of it can be seen. */
export function nameLine(text: string): string {
  const line = toLine(text);
  return line.replace(BLANK, '') ? line : '';
}

/** Any text with its lines, of which no two are blank in a row; invisible characters dropped. */
export function toLines(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
  // How far a line of code is indented says something.
  const lines = plain
    .replace(/(?<=\S)[^\S\n]+/g, ' ')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    // A single blank is none.
    .replace(/^[^\S\n](?=\S)/gm, '')
    .replace(/^[^\S\n]+(?=[^\n]*$)/, '')
    .trimEnd();
  return lines.length > MAX_TEXT ? `${cut(lines, MAX_TEXT)}…` : lines;
}

/** Blanks folded and invisible characters dropped; the lines stay. */
export function folded(text: string): string {
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
