import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DAY, HOUR, MINUTE } from '@/lib/base/time';
import type { RemoteChat } from '@/lib/model/chats/remote-chat';
import { type Chat, isUnread } from '@/lib/model/chats/chat';
import {
  explainVanishing,
  mergeChat,
  mergeChats,
  removeChat,
  shownChats,
  takeForRead,
  missingFromUnread,
} from '@/lib/model/chats/merge';
import { parseStoredChat } from '@/lib/model/chats/chat';
import { aChat, anOldRemote, aPreview, aRemote, chatMap } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const NOW = { requestedAt: NOON };
const UNREAD = { requestedAt: NOON, isUnreadOnly: true };

describe('an answer of Beeper', () => {
  it('makes an unknown chat known', () => {
    expect(mergeChat(undefined, aRemote(), NOW)).toStrictEqual(aChat({ reminder: null }));
  });

  it('that says the same changes nothing, not even the object', () => {
    const known = aChat({ reminder: null, seenAt: NOON - MINUTE });
    expect(mergeChat(known, aRemote(), NOW)).toBe(known);
  });

  it('that says the same is noted when the last sight is old', () => {
    const known = aChat({ reminder: null, seenAt: NOON - HOUR });
    expect(mergeChat(known, aRemote(), NOW)).toStrictEqual({ ...known, seenAt: NOON });
  });

  it.each([
    [NOON - 1, 0],
    [NOON, 0],
    [NOON + 1, 7],
  ])('asked for at %d counts after a write at noon as %d', (requestedAt, unreadCount) => {
    const known = aChat({ writtenAt: NOON });
    const merged = mergeChat(known, aRemote({ unreadCount: 7 }), { requestedAt });
    expect(merged.unreadCount).toBe(unreadCount);
  });

  it('is news again after the clock was put back', () => {
    const known = aChat({ writtenAt: NOON + HOUR, seenAt: NOON + HOUR });
    expect(mergeChat(known, aRemote({ unreadCount: 7 }), NOW).unreadCount).toBe(7);
  });

  it('that was overtaken by a later one says nothing new', () => {
    const known = aChat({ seenAt: NOON + 1 });
    expect(mergeChat(known, aRemote({ unreadCount: 7 }), NOW)).toBe(known);
  });

  it('counts a chat once, as it was described last', () => {
    const twice = [aRemote({ unreadCount: 1 }), aRemote({ unreadCount: 2 })];
    const merged = mergeChats(new Map(), twice, NOW);
    expect([...merged.values()]).toMatchObject([{ unreadCount: 2 }]);
  });

  it('leaves the inbox it is merged into as it was', () => {
    const before = chatMap(aChat());
    mergeChats(before, [aRemote({ unreadCount: 3 })], NOW);
    expect(before).toStrictEqual(chatMap(aChat()));
  });
});

describe('the picture of a chat', () => {
  const PICTURE = 'mxc://local.beeper.com/ada';

  it.each([
    ['told is kept', aRemote({ avatar: PICTURE }), undefined, PICTURE],
    ['changed is the new one', aRemote({ avatar: PICTURE }), 'mxc://a/old', PICTURE],
    ['that is no more is forgotten', aRemote({ avatar: null }), PICTURE, undefined],
    ['that an answer does not tell of stays', anOldRemote(), PICTURE, PICTURE],
    ['that nobody has told of is none', anOldRemote(), undefined, undefined],
  ])('%s', (_what, remote, before, after) => {
    const merged = mergeChat(aChat(before ? { avatar: before } : {}), remote, NOW);
    expect(merged.avatar).toBe(after);
    expect('avatar' in merged).toBe(after !== undefined);
  });

  it('told again is no news', () => {
    const known = mergeChat(undefined, aRemote({ avatar: PICTURE }), NOW);
    const stored = parseStoredChat(JSON.parse(JSON.stringify(known)));
    expect(mergeChat(stored, aRemote({ avatar: PICTURE }), NOW)).toBe(stored);
  });
});

describe('the list a chat is in', () => {
  it.each<[string, RemoteChat, Chat['box'] | undefined, Chat['box'] | undefined]>([
    ['archived', aRemote({ isArchived: true }), 'primary', 'archive'],
    [
      'archived and low priority',
      aRemote({ isArchived: true, isLowPriority: true }),
      'primary',
      'archive',
    ],
    ['low priority', aRemote({ isLowPriority: true }), 'primary', 'low-priority'],
    ['neither', aRemote(), 'archive', 'primary'],
    [
      'neither, says a new one by saying nothing',
      anOldRemote({ tellsAll: true }),
      'archive',
      'primary',
    ],
    ['archived, says an old one', anOldRemote({ isArchived: true }), 'primary', 'archive'],
    [
      'among low priority of an old one',
      anOldRemote({ box: 'low-priority' }),
      'primary',
      'low-priority',
    ],
    ['among primary of an old one', anOldRemote({ box: 'primary' }), 'low-priority', 'primary'],
    ['anywhere, an old one does not tell', anOldRemote(), 'low-priority', 'low-priority'],
    ['out of the archive of an old one', anOldRemote(), 'archive', undefined],
    ['unknown to us and an old one does not tell', anOldRemote(), undefined, undefined],
  ])('%s', (_what, remote, before, after) => {
    const { box: _box, ...bare } = aChat();
    const known = before ? { ...bare, box: before } : bare;
    expect(mergeChat(known, remote, NOW).box).toBe(after);
  });
});

describe('a mark set by hand', () => {
  it.each([
    ['told by a new server', aRemote({ isMarkedUnread: true }), NOW, false, true],
    ['taken away by a new server', aRemote(), NOW, true, false],
    ['is why an old server lists a read chat as unread', anOldRemote(), UNREAD, false, true],
    [
      'is not why it lists one with messages',
      anOldRemote({ unreadCount: 2 }),
      UNREAD,
      false,
      false,
    ],
    ['stays when an old server does not tell', anOldRemote(), NOW, true, true],
  ])('%s', (_what, remote, source, before, after) => {
    const known = aChat({ isMarkedUnread: before });
    expect(mergeChat(known, remote, source).isMarkedUnread).toBe(after);
  });
});

const TOLD = { isToldMessage: true };

describe('the last message', () => {
  const NEW = aPreview({ text: 'New', at: NOON });
  const OLD = aPreview({ text: 'Old', at: NOON - HOUR });
  /** By a clock that is a day ahead. */
  const AHEAD = aPreview({ text: 'Ahead', at: NOON + DAY, sortKey: '7' });
  const AFTER_IT = aPreview({ text: 'After it', at: NOON, sortKey: '8' });

  it.each([
    ['in a list is the newer one', NEW, OLD, {}, 'New'],
    ['in a list is the older one, where the newer one was deleted', OLD, NEW, {}, 'Old'],
    ['in a list is what the list says, whatever the clocks', AFTER_IT, AHEAD, {}, 'After it'],
    ['told by an event is the newer one', NEW, OLD, TOLD, 'New'],
    ['told by an event does not come before a newer one', OLD, NEW, TOLD, 'New'],
    ['told by an event goes by the order of the server', AFTER_IT, AHEAD, TOLD, 'After it'],
    ['told by an event is not older by the order of the server', AHEAD, AFTER_IT, TOLD, 'After it'],
    ['replaces itself when edited', aPreview({ text: 'Edited' }), aPreview(), TOLD, 'Edited'],
  ])('%s', (_what, told, known, source, text) => {
    const from = { ...NOW, ...source };
    const merged = mergeChat(aChat({ preview: known }), aRemote({ preview: told }), from);
    expect(merged.preview?.text).toBe(text);
  });

  it('stays when the answer has none, until there is a newer one', () => {
    const known = aChat({ preview: aPreview(), unreadCount: 1 });
    expect(mergeChat(known, aRemote({ unreadCount: 1 }), NOW).preview).toStrictEqual(aPreview());
    expect(mergeChat(known, aRemote({ unreadCount: 2 }), NOW).preview).toBeUndefined();
  });
});

describe('a reminder', () => {
  const reminder = { at: NOON + HOUR, dismissOnIncoming: false };

  it('is gone when Beeper says there is none', () => {
    expect(mergeChat(aChat({ reminder }), aRemote(), NOW).reminder).toBeNull();
  });

  it('stays when an old Beeper says nothing', () => {
    expect(mergeChat(aChat({ reminder }), anOldRemote(), NOW).reminder).toStrictEqual(reminder);
  });
});

describe('what a chat cannot', () => {
  it('stays when an old server says nothing, and is gone when it can again', () => {
    const known = mergeChat(undefined, aRemote({ cannot: ['archive'] }), { requestedAt: NOON });
    const later = { requestedAt: NOON + 1 };
    expect(mergeChat(known, anOldRemote(), later).cannot).toStrictEqual(['archive']);
    expect(mergeChat(known, aRemote({ cannot: [] }), later)).not.toHaveProperty('cannot');
  });
});

describe('chats that vanished from the unread ones', () => {
  const polled = { boxes: ['primary'] as const, described: new Set<string>(), requestedAt: NOON };

  it.each<[string, Partial<Chat>, number]>([
    ['unread', { unreadCount: 1 }, 1],
    ['marked unread', { isMarkedUnread: true }, 1],
    ['read', {}, 0],
    ['unread in a list that was not asked for', { unreadCount: 1, box: 'archive' }, 0],
    ['just written to by us', { unreadCount: 1, writtenAt: NOON }, 0],
  ])('are asked after when they were %s', (_what, chat, times) => {
    expect(missingFromUnread(chatMap(aChat(chat)), polled)).toHaveLength(times);
  });

  it('are not asked after when an answer described them', () => {
    const chats = chatMap(aChat({ unreadCount: 1 }));
    expect(missingFromUnread(chats, { ...polled, described: new Set(['!ada']) })).toHaveLength(0);
  });

  it('are taken for read', () => {
    const chat = aChat({ unreadCount: 1, isMarkedUnread: true });
    const [read] = takeForRead(chatMap(chat), [chat]).values();
    expect(read).toStrictEqual(aChat());
  });

  it('of an old server must be low priority when still unread', () => {
    const told = explainVanishing(anOldRemote({ unreadCount: 2 }));
    expect(told).toMatchObject({ box: 'low-priority', isMarkedUnread: false });
  });

  it('of an old server have lost their mark when read', () => {
    const told = explainVanishing(anOldRemote());
    expect(told.isMarkedUnread).toBe(false);
    expect(told.box).toBeUndefined();
  });

  it.each([aRemote({ unreadCount: 2 }), anOldRemote({ isArchived: true })])(
    'need no explanation where the answer has one',
    (remote) => {
      expect(explainVanishing(remote)).toBe(remote);
    },
  );

  it('are never read ones, whatever the answers', () => {
    const some = fc.array(
      fc.record({
        id: fc.string({ minLength: 1 }),
        unreadCount: fc.nat(2),
        isMarkedUnread: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(some, (remotes) => {
        const chats = mergeChats(new Map(), remotes.map(aRemote), NOW);
        expect(missingFromUnread(chats, polled).every(isUnread)).toBe(true);
      }),
    );
  });
});

describe('the inbox', () => {
  it('shows a chat merged into another there only', () => {
    const chats = chatMap(aChat(), aChat({ id: '!child', mergedInto: '!ada' }));
    expect([...shownChats(chats)].map(({ id }) => id)).toStrictEqual(['!ada']);
  });

  it('shows a chat that says it is merged into itself', () => {
    expect([...shownChats(chatMap(aChat({ mergedInto: '!ada' })))]).toHaveLength(1);
  });

  it('shows a merged chat whose union it does not know', () => {
    const chats = chatMap(aChat({ mergedInto: '!union' }));
    expect([...shownChats(chats)]).toHaveLength(1);
  });

  it('forgets a chat', () => {
    expect(removeChat(chatMap(aChat()), '!ada').size).toBe(0);
  });
});
