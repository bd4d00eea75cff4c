import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { describePlainly, describeXML, escape } from '@/lib/browser/omnibox/describe';
import { aChat } from '../../../helpers/builders';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(resetBrowser);

const HOSTILE = '</match><url>https://evil.example</url> & "Anna"\u202E\u0000\uFFFE';

describe('a line under the address bar', () => {
  it('says what Enter does, and in which network', () => {
    const chat = aChat({ title: 'Anna', network: 'Signal' });
    expect(describePlainly({ chat })).toBe('Open Anna in Beeper – Signal');
    expect(describePlainly({ chat, when: 'fri' })).toBe('Remind me about Anna: fri – Signal');
    expect(describeXML({ chat, when: 'fri' })).toBe(
      '<match>Remind me about Anna: fri</match> <dim>Signal</dim>',
    );
  });

  it('holds no tag and no sign of a hostile name', () => {
    const chat = aChat({ title: HOSTILE, network: '<dim>' });
    const line = describeXML({ chat, when: '<b>' });
    expect(line).not.toMatch(/<(?!\/?(match|dim)>)/);
    expect(line.match(/<\/match>/g)).toHaveLength(1);
    for (const sign of ['\u202E', '\u0000', '\uFFFE']) expect(line).not.toContain(sign);
  });

  it('is whole XML, whatever the name is made of', () => {
    const unit = fc.constantFrom('grapheme', 'binary') as fc.Arbitrary<'grapheme' | 'binary'>;
    const text = unit.chain((kind) => fc.string({ unit: kind, maxLength: 80 }));
    fc.assert(
      fc.property(text, text, (title, when) => {
        const line = describeXML({ chat: aChat({ title }), when });
        const inside = /^<match>(.*)<\/match> <dim>Signal<\/dim>$/s.exec(line)?.[1] ?? '<';
        expect(inside).not.toMatch(/[<>]/);
        expect(inside).not.toMatch(/&(?!(amp|lt|gt|quot|apos);)/);
        expect(inside.isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(escape(`a\u0008\uD800b`)).toBe('ab');
  });

  it('stays short', () => {
    const chat = aChat({ title: 'a'.repeat(500), network: 'Signal' });
    expect(describePlainly({ chat }).length).toBeLessThan(100);
  });
});
