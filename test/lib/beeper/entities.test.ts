import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';

import { decodeEntities } from '@/lib/beeper/entities';

/** As the parser does it that knows all of them. */
function decodedByParser(html: string): string {
  let text = '';
  new Parser({ ontext: (chunk) => void (text += chunk) }).end(html);
  return text;
}

const NAMES =
  'amp lt gt quot apos nbsp copy reg yuml eacute Uuml szlig THORN times divide frac14 ndash mdash ' +
  'lsquo rsquo ldquo rdquo bdquo bull hellip euro trade larr rarr minus hearts prime';

describe('a character reference', () => {
  it.each(NAMES.split(' '))('by the name %s is read as the parser reads it', (name) => {
    expect(decodeEntities(`a &${name}; b`)).toBe(decodedByParser(`a &${name}; b`));
  });

  it.each(['&#39;', '&#x1F600;', '&#X27;', '&#8230;', '&#0;', '&#xD800;', '&#x110000;'])(
    'by the number %s is read as the parser reads it',
    (written) => {
      expect(decodeEntities(written)).toBe(decodedByParser(written));
    },
  );

  it.each(['&nosuchname;', '& amp;', '&;', '&#;', '&#x;', '&constructor;', 'R&D', '&amp'])(
    'that is none stays as it is written: %s',
    (written) => {
      expect(decodeEntities(written)).toBe(written);
    },
  );

  it('is read once', () => {
    expect(decodeEntities('&amp;lt;')).toBe('&lt;');
  });
});
