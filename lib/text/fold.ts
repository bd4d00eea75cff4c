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
  return PLAIN.test(text) ? text.toLowerCase() : unmarked(decomposed(text));
}

/** As `fold`, and where it differs, as it is written without umlauts: Müller, Mueller. */
export function foldings(text: string): readonly string[] {
  if (PLAIN.test(text)) return [text.toLowerCase()];
  const apart = decomposed(text);
  const folded = unmarked(apart);
  return UMLAUT.test(apart) ? [folded, unmarked(apart.replace(UMLAUTS, '$1e'))] : [folded];
}

const UMLAUT = /[aou]\u0308/;
const UMLAUTS = /([aou])\u0308/g;

/** Taken apart first: what that makes of some signs are capitals. */
function decomposed(text: string): string {
  return text.normalize('NFKD').toLowerCase();
}

function unmarked(text: string): string {
  return text.replace(/\p{M}/gu, '').replace(TO_SPELL, (letter) => SPELLED[letter] ?? letter);
}
