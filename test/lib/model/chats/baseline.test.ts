import { describe, expect, it } from 'vitest';

import { tallyUnread } from '@/lib/model/badge/count';
import { DEFAULT_TALLY } from '@/lib/model/badge/settings';
import { lookedAfter, lookedAt, readLooked, seenIn } from '@/lib/model/chats/baseline';
import { aChat, chatMap } from '../../../helpers/builders';

const SINCE = { ...DEFAULT_TALLY, sinceLooked: true };

function unread(count: number) {
  return chatMap(aChat({ unreadCount: count }));
}

describe('what came since the popup was last open', () => {
  it('is nothing right after it was, and then what came', () => {
    const looked = lookedAt(unread(3));
    expect(tallyUnread(unread(3).values(), SINCE, looked).total).toBe(0);
    expect(tallyUnread(unread(5).values(), SINCE, looked).total).toBe(2);
  });

  it('is everything again in a chat that was read since', () => {
    let looked = lookedAt(unread(3));
    looked = lookedAfter(looked, unread(3), unread(0));
    looked = lookedAfter(looked, unread(0), unread(2));
    expect(tallyUnread(unread(2).values(), SINCE, looked).total).toBe(2);
  });

  it('is everything while nobody has looked yet', () => {
    expect(tallyUnread(unread(3).values(), SINCE, null).total).toBe(3);
  });

  it('counts chats in which something came', () => {
    const looked = lookedAt(unread(3));
    const chats = [aChat({ unreadCount: 4 }), aChat({ id: '!bo', unreadCount: 2 })];
    expect(tallyUnread(chats, { ...SINCE, count: 'chats' }, looked).total).toBe(2);
    expect(tallyUnread(chats, SINCE, looked).total).toBe(3);
  });

  it('is left as it was where nothing changed', () => {
    const looked = lookedAt(unread(3));
    const chats = unread(3);
    expect(lookedAfter(looked, chats, chats)).toBe(looked);
  });

  it('is read as it was stored', () => {
    expect(readLooked({ '!ada': 3, '!bo': 'many' })).toStrictEqual({ '!ada': 3, '!bo': 0 });
    expect(readLooked(7)).toBeUndefined();
    expect(seenIn({}, aChat({ id: 'toString' }))).toBe(0);
  });
});
