/** Marks around a spoiler: characters of private use, which no text has once it has been read. */
export const marked = {
  begin: '\uE000',
  end: '\uE001',
  without: (text: string): string => text.replaceAll(/[\uE000\uE001]/g, ''),
};

/** Stands for a spoiler, however long it is. */
export const HIDDEN = '▒▒▒▒';

export interface TextPart {
  text: string;
  isSpoiler: boolean;
}

/** A text in parts; a spoiler that was cut off goes on to the end. */
export function spoilerParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let depth = 0;
  for (const piece of text.split(/([\uE000\uE001])/)) {
    if (piece === marked.begin) depth += 1;
    else if (piece === marked.end) depth = Math.max(0, depth - 1);
    else if (piece) add(parts, { text: piece, isSpoiler: depth > 0 });
  }
  return parts;
}

/** What is hidden in what is hidden is one with it. */
function add(parts: TextPart[], part: TextPart): void {
  const last = parts.at(-1);
  if (last?.isSpoiler && part.isSpoiler) last.text += part.text;
  else parts.push(part);
}

/** The text with its spoilers hidden, or as `hide` has it. */
export function hideSpoilers(
  text: string,
  hide: (hidden: string) => string = () => HIDDEN,
): string {
  if (!text.includes(marked.begin)) return text;
  return spoilerParts(text)
    .map(({ text: part, isSpoiler }) => (isSpoiler ? hide(part) : part))
    .join('');
}
