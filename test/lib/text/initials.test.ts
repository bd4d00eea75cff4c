import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hueOf, initialsOf, networkMark } from '@/lib/text/initials';

describe('initials', () => {
  it.each([
    ['Maya Lindqvist', 'ML'],
    ['Anna', 'A'],
    ['board games 🎲', 'BG'],
    ['佐藤 美咲', '佐美'],
    ['(Work) team', 'WT'],
    ['🎲', '🎲'],
    ['', '#'],
    ['a b c', 'AC'],
  ])('of %j are %j', (title, initials) => {
    expect(initialsOf(title)).toBe(initials);
  });

  it('are never empty, and colours never out of range', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(initialsOf(text)).not.toBe('');
        expect(hueOf(text)).toBeGreaterThanOrEqual(0);
        expect(hueOf(text)).toBeLessThan(10);
      }),
    );
  });
});

describe('the mark of a network', () => {
  it.each([
    ['WhatsApp', { letter: 'W', name: 'whatsapp' }],
    ['Slack', { letter: 'S', name: 'slack' }],
    ['X', { letter: 'X', name: 'x' }],
    ['Xing', { letter: 'X', name: 'other' }],
    ['', { letter: '#', name: 'other' }],
  ])('%s', (network, mark) => {
    expect(networkMark(network)).toStrictEqual(mark);
  });
});
