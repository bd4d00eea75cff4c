import { describe, expect, it } from 'vitest';

import { countUnread } from '@/lib/model/badge/count';
import { DEFAULT_COUNT_SETTINGS } from '@/lib/model/badge/settings';
import { lookedAfter, baselineAt, readBaseline, seenIn } from '@/lib/model/chats/baseline';
import { aChat, chatMap } from '../../../helpers/builders';

const SINCE = { ...DEFAULT_COUNT_SETTINGS, sinceLooked: true };

function unread(count: number) {
  return chatMap(aChat({ unreadCount: count }));
}

describe('what came since the popup was last open', () => {
  it('is nothing right after it was, and then what came', () => {
    const baseline = baselineAt(unread(3));
    expect(countUnread(unread(3).values(), SINCE, baseline).total).toBe(0);
    expect(countUnread(unread(5).values(), SINCE, baseline).total).toBe(2);
  });

  it('is everything again in a chat that was read since', () => {
    let baseline = baselineAt(unread(3));
    baseline = lookedAfter(baseline, unread(3), unread(0));
    baseline = lookedAfter(baseline, unread(0), unread(2));
    expect(countUnread(unread(2).values(), SINCE, baseline).total).toBe(2);
  });

  it('is everything while nobody has looked yet', () => {
    expect(countUnread(unread(3).values(), SINCE, null).total).toBe(3);
  });

  it('counts chats in which something came', () => {
    const baseline = baselineAt(unread(3));
    const chats = [aChat({ unreadCount: 4 }), aChat({ id: '!bo', unreadCount: 2 })];
    expect(countUnread(chats, { ...SINCE, count: 'chats' }, baseline).total).toBe(2);
    expect(countUnread(chats, SINCE, baseline).total).toBe(3);
  });

  it('is left as it was where nothing changed', () => {
    const baseline = baselineAt(unread(3));
    const chats = unread(3);
    expect(lookedAfter(baseline, chats, chats)).toBe(baseline);
  });

  it('is read as it was stored', () => {
    expect(readBaseline({ '!ada': 3, '!bo': 'many' })).toStrictEqual({ '!ada': 3, '!bo': 0 });
    expect(readBaseline(7)).toBeUndefined();
    expect(seenIn({}, aChat({ id: 'toString' }))).toBe(0);
  });
});
