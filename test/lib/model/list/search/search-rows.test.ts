import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Chat } from '@/lib/model/chats/chat';
import { searchRows } from '@/lib/model/list/search/search-rows';
import { aChat } from '../../../../helpers/builders';
import { aWorld, idsOf } from '../../../../helpers/world';

function found(chats: Chat[], query: string): string[] {
  return idsOf(searchRows(aWorld({ chats }), query));
}

function foundCalled(title: string, query: string): boolean {
  return found([aChat({ title })], query).length > 0;
}

describe('searching', () => {
  const chats = [
    aChat({ id: 'chloe', title: 'Chloé Dubois', network: 'Messenger' }),
    aChat({ id: 'lodz', title: 'Trip to Łódź', network: 'WhatsApp', people: 'Zoë Ek, Bo Li' }),
    aChat({ id: 'amal', title: 'أمل الحسن', network: 'Telegram' }),
  ];

  it.each([
    ['chloe', ['chloe']],
    ['CHLOÉ', ['chloe']],
    ['dubois messenger', ['chloe']],
    ['messenger chlo', ['chloe']],
    ['  bois  ', ['chloe']],
    ['whats', ['lodz']],
    ['lodz', ['lodz']],
    ['zoe', ['lodz']],
    ['li zoe trip what', ['lodz']],
    ['أمل', ['amal']],
    ['chloe whatsapp', []],
    ['zoe messenger', []],
    ['(', []],
    ['', ['chloe', 'lodz', 'amal']],
    ['   ', ['chloe', 'lodz', 'amal']],
  ])('for %j finds %j', (query, ids) => {
    expect(found(chats, query)).toStrictEqual(ids);
  });

  it.each([
    ['Anna Müller', 'muller anna'],
    ['Anna Müller', 'mueller'],
    ['Anna Mueller', 'müller anna'],
    ['Große Straße', 'grosse strasse'],
    ['STRASSE', 'straße'],
    ['ﬁsh market', 'fish'],
    ['ＡＤＡ　Ｌｏｖｅ', 'ada love'],
    ['Søren Æbelø', 'soren aebelo'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['東京タワー', 'タワー'],
    ['ﾀﾜｰ', 'タワー'],
    ['+1 (555) 010-0199', '5550100199'],
    ['+1 (555) 010-0199', '+15550100199'],
    ['+1 (555) 010-0199', '555-010'],
    ['15550100199', '+1-555-010-0199'],
    ['Conan O’Brien', 'obrien'],
    ["Conan O'Brien", 'o’brien'],
    ['Conan OBrien', "o'brien"],
    ['Jean-Luc', 'jeanluc'],
  ])('finds %j by %j', (title, query) => {
    expect(foundCalled(title, query)).toBe(true);
  });

  it('puts the beginnings of words first, those of the title before others, then the newest', () => {
    const ann = [
      aChat({ id: 'inside', title: 'Joanna', lastActivity: 9 }),
      aChat({ id: 'among', title: 'Club', people: 'Anna Li', lastActivity: 8 }),
      aChat({ id: 'old', title: 'Li, Anna', lastActivity: 1 }),
      aChat({ id: 'new', title: 'Anna Ek', lastActivity: 2 }),
      aChat({ id: 'none', title: 'Bo', lastActivity: 10 }),
    ];
    expect(found(ann, 'ann')).toStrictEqual(['new', 'old', 'among', 'inside']);
    expect(found(ann, 'li ann')).toStrictEqual(['old', 'among']);
  });

  it('goes by the title of now, not by the one of an earlier search', () => {
    expect(foundCalled('Ada', 'ada')).toBe(true);
    expect(foundCalled('Countess', 'ada')).toBe(false);
    expect(foundCalled('Countess', 'countess')).toBe(true);
  });

  it('finds whatever stands in a title, however it is written and turned round', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}]{1,8}$/u), {
      minLength: 1,
      maxLength: 4,
    });
    const finding = fc.property(words, (title) => {
      const query = title.toReversed().join(' ');
      expect(foundCalled(title.join(' '), query)).toBe(true);
      expect(foundCalled(title.join(' ').normalize('NFD'), query.normalize('NFKC'))).toBe(true);
    });
    fc.assert(finding, { numRuns: 150 });
  });
});
