import { type Handler, Parser } from 'htmlparser2';

import { folded, MAX_LENGTH, MAX_TEXT, toLine, toLines } from '@/lib/text/clip';
import { hideSpoilers, marked } from '@/lib/text/spoiler';
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

/** Of a body that goes on after this nothing more is read. */
const LONGEST_BODY = 2 << 20;
/** Nobody nests deeper; the parser's own time grows with the square of it. */
const DEEPEST = 500;
/** So much is parsed at a time, until there are enough words. */
const PORTION = 16 << 10;

/**
 * The words of a Matrix HTML body on one line, spoilers hidden. What comes out is text and is only
 * drawn as text.
 */
export function htmlToText(html: string, length = MAX_LENGTH): string {
  const words = wordsOf(html, { most: length * 2, bullet: ' ', isNumbered: true });
  return toLine(hideSpoilers(words), length);
}

/** The same with the lines it is written in, and with its spoilers marked (`lib/text/spoiler.ts`). */
export function htmlToLines(html: string): string {
  const words = wordsOf(html, { most: MAX_TEXT * 2, bullet: '\n• ', isNumbered: true });
  return toLines(
    words
      .split('\n')
      .filter((line) => line.trim())
      .join('\n'),
  );
}

/** Longer than what anybody types into a small field. */
const LONGEST_DRAFT = 100_000;

/** The same as somebody would have typed it. */
export function htmlToTyped(html: string): string {
  const words = wordsOf(html, { most: LONGEST_DRAFT, bullet: '\n', isNumbered: false });
  return folded(hideSpoilers(words, (hidden) => hidden));
}

interface Wanted {
  /** Characters of words; a body is never cut before it is understood. */
  most: number;
  /** Before an item of a list. */
  bullet: string;
  /** Whether items of numbered lists have their number. */
  isNumbered: boolean;
}

/** The words, each line on its own; what is set as it is keeps the lines and the blanks it has. */
function wordsOf(html: string, wanted: Wanted): string {
  const words = new Words(wanted);
  const parser = new Parser(words.handler, { decodeEntities: false });
  for (let at = 0; at < Math.min(html.length, LONGEST_BODY) && !words.areEnough; at += PORTION) {
    parser.write(html.slice(at, at + PORTION));
  }
  parser.end();
  return words.text;
}

/** What has been read of a body so far. */
class Words {
  text = '';
  /** Of the words alone: breaks say nothing. */
  #length = 0;
  /** As written: an entity may come in two pieces. */
  #raw = '';
  #depth = 0;
  #silent = 0;
  #asItIs = 0;
  #raised = 0;
  /** The lists around, and which number comes next where they have any. */
  readonly #lists: { next: number | undefined }[] = [];
  readonly #spans: boolean[] = [];
  readonly #wanted: Wanted;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  get areEnough(): boolean {
    return this.#length >= this.#wanted.most || this.#depth > DEEPEST;
  }

  readonly handler: Partial<Handler> = {
    onopentag: (name, attributes) => {
      this.#depth += 1;
      this.#flush();
      this.#open(name, attributes);
    },
    ontext: (chunk) => {
      if (this.#silent === 0) this.#raw += chunk;
    },
    onclosetag: (name) => {
      this.#depth -= 1;
      this.#flush();
      this.#close(name);
    },
    onend: () => this.#flush(),
  };

  #open(name: string, attributes: Attributes): void {
    if (SILENT.has(name)) this.#silent += 1;
    if (this.#silent > 0) return;
    if (name === 'pre') this.#asItIs += 1;
    if (name === 'sup') this.#raised += 1;
    if (name === 'ol' || name === 'ul') this.#lists.push({ next: startOf(name, attributes) });
    if (name === 'img') this.text += pictureWords(attributes);
    if (name === 'td' || name === 'th') this.text += ' ';
    if (name === 'span') this.#openSpan('data-mx-spoiler' in attributes);
    if (name === 'li') this.text += this.#item();
    else if (BREAKING.has(name)) this.text += '\n';
  }

  #close(name: string): void {
    if (SILENT.has(name)) {
      this.#silent = Math.max(0, this.#silent - 1);
      return;
    }
    if (this.#silent > 0) return;
    if (name === 'pre') this.#asItIs = Math.max(0, this.#asItIs - 1);
    if (name === 'sup') this.#raised = Math.max(0, this.#raised - 1);
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    if (name === 'span' && this.#spans.pop()) this.text += marked.end;
    // It has no end, only a place.
    if (BREAKING.has(name) && name !== 'br') this.text += '\n';
  }

  #openSpan(isSpoiler: boolean): void {
    this.#spans.push(isSpoiler);
    if (isSpoiler) this.text += marked.begin;
  }

  #item(): string {
    const list = this.#lists.at(-1);
    if (list?.next === undefined || !this.#wanted.isNumbered) return this.#wanted.bullet;
    list.next += 1;
    return `\n${list.next - 1}. `;
  }

  /** Blanks fold into one, and into none where a line begins. */
  #folded(words: string): string {
    const folds = words.replace(/[ \t\r\n\f]+/g, ' ');
    return this.text === '' || /\s$/.test(this.text) ? folds.replace(/^ /, '') : folds;
  }

  #flush(): void {
    const words = marked.without(decodeEntities(this.#raw));
    this.#raw = '';
    if (!words) return;
    this.#length += words.trim().length;
    const folds = this.#asItIs > 0 ? words : this.#folded(words);
    // 10⁵ is not 105.
    this.text += this.#raised > 0 && /^\d/.test(folds) ? `^${folds}` : folds;
  }
}

type Attributes = Readonly<Record<string, string>>;

function startOf(name: string, { start = '1' }: Attributes): number | undefined {
  const number = Number.parseInt(start, 10);
  return name === 'ol' ? (Number.isNaN(number) ? 1 : number) : undefined;
}

/** A custom emoji stands in the line as a word does; another picture stands on its own. */
function pictureWords(attributes: Attributes): string {
  const words = marked.without(decodeEntities(attributes['alt'] || attributes['title'] || ''));
  if (!words.trim()) return '';
  return 'data-mx-emoticon' in attributes ? words : ` ${words} `;
}
