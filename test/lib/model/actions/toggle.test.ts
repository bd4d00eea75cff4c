import { describe, expect, it } from 'vitest';

import { isToggle, toggleWanted } from '@/lib/model/actions/toggle';
import type { Row } from '@/lib/model/chats/rows';
import { everythingRead } from '@/lib/model/list/everything-read';
import { aChat } from '../../../helpers/builders';

function rowOf(chat: Parameters<typeof aChat>[0]): Row {
  return { chat: aChat(chat), isWaiting: false };
}

function wantedOf(...asked: Parameters<typeof toggleWanted>): [string, object][] {
  return toggleWanted(...asked).map(({ chat, intent }) => [chat.id, intent]);
}

describe('what goes to and fro', () => {
  const unread = rowOf({ id: 'unread', unreadCount: 2, lastActivity: 7 });
  const read = rowOf({ id: 'read' });

  it('is done to those that are not so yet', () => {
    expect(wantedOf('toggleRead', [read, unread])).toStrictEqual([
      ['unread', { kind: 'markRead', seenTo: 7 }],
    ]);
  });

  it('goes back where all of them are so', () => {
    expect(wantedOf('toggleRead', [read])).toStrictEqual([['read', { kind: 'markUnread' }]]);
    const archived = rowOf({ id: 'old', box: 'archive' });
    expect(wantedOf('archive', [archived])).toStrictEqual([['old', { kind: 'unarchive' }]]);
    expect(wantedOf('toggleMute', [rowOf({ id: 'loud' }), rowOf({ isMuted: true })])).toStrictEqual(
      [['loud', { kind: 'mute' }]],
    );
  });

  it('is told by name', () => {
    expect(isToggle('archive')).toBe(true);
    expect(isToggle('constructor')).toBe(false);
  });

  it('of everything read leaves out what is unread, pinned or archived', () => {
    const others = [rowOf({ isPinned: true }), rowOf({ box: 'archive' }), unread];
    expect(everythingRead([...others, read])).toStrictEqual([read]);
  });
});
