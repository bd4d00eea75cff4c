import { describe, expect, it } from 'vitest';

import { canActOn, canActWith } from '@/lib/model/chats/capabilities';
import type { Chat } from '@/lib/model/chats/chat';
import { aChat } from '../../../helpers/builders';

const ALL = canActWith({ isConnected: true, version: '4.3.20', access: 'full' });

describe('what can be done', () => {
  it.each([
    ['4.3.20', 'full', { archive: true, markRead: true, mute: true, pin: true, lowPriority: true }],
    ['4.2.808', 'unknown', ALL],
    ['4.2.600', 'full', { archive: true, markRead: false, mute: false, pin: false }],
    ['4.3.20', 'readOnly', { archive: false, markRead: false, mute: false, lowPriority: false }],
  ] as const)('with Beeper %s and a token that is %s', (version, access, can) => {
    expect(canActWith({ isConnected: true, version, access })).toMatchObject(can);
  });

  it.each<[Partial<Chat>, object]>([
    [{}, ALL],
    [{ cannot: ['send'] }, { ...ALL, write: false }],
    [{ cannot: ['archive'] }, { ...ALL, archive: false }],
    [{ cannot: ['markUnread'] }, { ...ALL, markRead: false }],
    [{ cannot: ['markUnread'], unreadCount: 1 }, ALL],
    [{ box: 'low-priority' }, ALL],
    [{ box: 'archive' }, { ...ALL, lowPriority: false }],
  ])('with a chat of %j', (chat, can) => {
    expect(canActOn(ALL, aChat(chat))).toStrictEqual(can);
  });
});
