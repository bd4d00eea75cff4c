/** In the order of their characters, from U+00A0: https://html.spec.whatwg.org/#named-character-references */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn ' +
  'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc ' +
  'Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute ' +
  'THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave ' +
  'iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc ' +
  'uuml yacute thorn yuml';

const OTHERS: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sbquo: 0x201a,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bdquo: 0x201e,
  bull: 0x2022,
  hellip: 0x2026,
  prime: 0x2032,
  euro: 0x20ac,
  trade: 0x2122,
  larr: 0x2190,
  uarr: 0x2191,
  rarr: 0x2192,
  darr: 0x2193,
  minus: 0x2212,
  hearts: 0x2665,
};

const NAMED: ReadonlyMap<string, number> = new Map([
  ...LATIN.split(' ').map((name, index) => [name, 0xa0 + index] as const),
  ...Object.entries(OTHERS),
]);

/**
 * Character references as bridges write them; one that is not known stays as it is written. The
 * parser knows all 2,231, and its table of them would be a tenth of the whole package.
 */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,8})|#x([\da-f]{1,7})|(\w{2,8}));/gi, (written, ...found) => {
    const [decimal, hex, name] = found as (string | undefined)[];
    if (name !== undefined) return characterOf(NAMED.get(name)) ?? written;
    return characterOf(hex ? Number.parseInt(hex, 16) : Number(decimal)) ?? '\uFFFD';
  });
}

/** `undefined` where there is no such character: NUL, halves of characters, beyond Unicode. */
function characterOf(code: number | undefined): string | undefined {
  if (!code || code > 0x10_ff_ff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}
