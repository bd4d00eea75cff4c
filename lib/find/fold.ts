/** Letters that do not come apart into a plain one and its accent. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ʼ: "'",
  '’': "'",
};
const TO_SPELL = /[ßæœøłđðþħıςʼ’]/gu;

/** Nearly all titles are plain, and taking accents off takes far longer than finding none. */
const PLAIN = /^[ -~]*$/;

/** Text as it is compared: lower case, no accents, ligatures and full-width forms undone. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : unmarked(lower.normalize('NFKD'));
}

/** As `fold`, and where it differs, as it is written without umlauts: Müller, Mueller. */
export function foldings(text: string): readonly string[] {
  const folded = fold(text);
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return [folded];
  const written = unmarked(lower.normalize('NFKD').replace(/([aou])\u0308/g, '$1e'));
  return written === folded ? [folded] : [folded, written];
}

function unmarked(decomposed: string): string {
  return decomposed.replace(/\p{M}/gu, '').replace(TO_SPELL, (letter) => SPELLED[letter] ?? letter);
}
