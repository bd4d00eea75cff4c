import { describe, expect, it } from 'vitest';

import { searchRows } from '../../lib/search-rows';
import { aChat } from '../helpers/builders';
import { aWorld, idsOf } from '../helpers/world';

function foundCalled(title: string, query: string): boolean {
  return searchRows(aWorld({ chats: [aChat({ title })] }), query).length > 0;
}

describe('searching', () => {
  const chats = [
    aChat({ id: 'chloe', title: 'Chloé Dubois', network: 'Messenger' }),
    aChat({ id: 'lodz', title: 'Trip to Łódź', network: 'WhatsApp' }),
    aChat({ id: 'amal', title: 'أمل الحسن', network: 'Telegram' }),
  ];

  it.each([
    ['chloe', ['chloe']],
    ['CHLOÉ', ['chloe']],
    ['dubois messenger', ['chloe']],
    ['messenger chlo', ['chloe']],
    ['  bois  ', ['chloe']],
    ['whats', ['lodz']],
    ['أمل', ['amal']],
    ['chloe whatsapp', []],
    ['(', []],
    ['', ['chloe', 'lodz', 'amal']],
    ['   ', ['chloe', 'lodz', 'amal']],
  ])('for %j finds %j', (query, found) => {
    expect(idsOf(searchRows(aWorld({ chats }), query))).toStrictEqual(found);
  });

  it('goes by the title of now, not by the one of an earlier search', () => {
    expect(foundCalled('Ada', 'ada')).toBe(true);
    expect(foundCalled('Countess', 'ada')).toBe(false);
    expect(foundCalled('Countess', 'countess')).toBe(true);
  });
});
