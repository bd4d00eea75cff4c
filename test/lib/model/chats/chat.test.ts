import { describe, expect, it } from 'vitest';

import { isUnread, unreadMessages } from '@/lib/model/chats/chat';

describe('a chat', () => {
  it.each([
    [0, false, false, 0],
    [0, true, true, 1],
    [3, false, true, 3],
    [3, true, true, 3],
  ])('with %d messages, marked %j, is unread: %j, as %d', (unreadCount, mark, unread, count) => {
    const chat = { unreadCount, isMarkedUnread: mark };
    expect([isUnread(chat), unreadMessages(chat)]).toStrictEqual([unread, count]);
  });
});
