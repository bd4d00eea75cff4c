/**
 * What a button with a word on it is called: by its name, if the word is in it, else by both. Whoever
 * speaks to the computer says what they see (WCAG 2.5.3).
 */
export function spokenLabel(word: string, name: string): string {
  const escaped = word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  // Japanese puts nothing between words.
  const isSpaced =
    /^[\p{L}\p{M}\s]*$/u.test(word) && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(word);
  const part = isSpaced ? String.raw`(?<![\p{L}\p{M}])${escaped}(?![\p{L}\p{M}])` : escaped;
  return new RegExp(part, 'iu').test(name) ? name : `${word}: ${name}`;
}
