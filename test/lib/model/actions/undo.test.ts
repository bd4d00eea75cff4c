import { describe, expect, it } from 'vitest';

import { HOUR } from '@/lib/base/time';
import { newAct, type RequestedAction, withActs } from '@/lib/model/actions/action-log';
import type { Intent } from '@/lib/model/actions/intent';
import { EMPTY_OUTBOX, type Outbox } from '@/lib/model/actions/outbox';
import { undoingAct } from '@/lib/model/actions/undo';
import type { Chat } from '@/lib/model/chats/chat';
import type { Snapshot } from '@/lib/model/chats/rows';
import type { Reminder } from '@/lib/model/reminders/reminder';
import { aChat, anEntry, aReminder, chatMap } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const BEFORE = aChat({ id: 'c', title: 'Anna', lastActivity: NOON });
const ARCHIVED = aChat({ ...BEFORE, box: 'archive' });
const LATER = { lastActivity: NOON + 1, unreadCount: 1 };

interface World {
  chats?: readonly Chat[];
  reminder?: Reminder;
  outbox?: Outbox;
}

function worldOf({ chats = [], reminder, outbox = EMPTY_OUTBOX }: World): Snapshot {
  return { chats: chatMap(...chats), reminders: reminder ? { c: reminder } : {}, outbox };
}

function reminderAt(at: number): Reminder {
  return aReminder({ chatID: 'c', at });
}

/** What is sent to take this back, the world being so by now. */
function undone(chat: Chat, intent: Intent, world: World, before?: Reminder): Intent[] {
  const act = newAct('1', [{ chat, intent }], before ? { c: before } : {});
  const { steps } = undoingAct('2', act, worldOf(world)).act;
  return steps.map(({ stamped }) => stamped.intent);
}

describe('to take an act back', () => {
  const wanted: RequestedAction[] = [
    { chat: BEFORE, intent: { kind: 'archive' } },
    { chat: aChat({ id: 'd' }), intent: { kind: 'mute' } },
  ];
  const act = newAct('1', wanted, {});
  const chats = [BEFORE, aChat({ id: 'd' })];

  it('is to take every step back, the last first, also before the worker knows of them', () => {
    const now = withActs(worldOf({ chats }), [act]);
    const undo = undoingAct('2', act, now).act;
    expect(undo.undoes).toBe(act);
    expect(undo.steps.map(({ stamped }) => stamped)).toStrictEqual([
      { id: '2:0', chatID: 'd', intent: { kind: 'unmute' } },
      { id: '2:1', chatID: 'c', intent: { kind: 'unarchive', to: 'primary' } },
    ]);
  });

  it('leaves out what was given up, which is only to be forgotten', () => {
    const failed = anEntry({ id: '1:0', chatID: 'c', state: 'failed', error: 'refused' });
    const muted = chats.map((chat) => ({ ...chat, isMuted: chat.id === 'd' }));
    const now = worldOf({ chats: muted, outbox: { entries: [failed], done: [] } });
    const { act: undo, givenUp } = undoingAct('2', act, now);
    expect(givenUp).toStrictEqual(['1:0']);
    expect(undo.steps.map(({ stamped }) => stamped.chatID)).toStrictEqual(['d']);
  });
});

describe('when the world has moved on', () => {
  it('what is as it was before stays so, and a chat that is gone is left', () => {
    const archive = { kind: 'archive' } as const;
    expect(undone(BEFORE, archive, { chats: [ARCHIVED] })).toHaveLength(1);
    expect(undone(BEFORE, archive, { chats: [BEFORE] })).toStrictEqual([]);
    expect(undone(BEFORE, archive, {})).toStrictEqual([]);
  });

  it('a chat with a new message is unread already', () => {
    const unread = aChat({ ...BEFORE, unreadCount: 1 });
    const read = { kind: 'markRead' } as const;
    expect(undone(unread, read, { chats: [BEFORE] })).toStrictEqual([{ kind: 'markUnread' }]);
    expect(undone(unread, read, { chats: [aChat({ ...BEFORE, ...LATER })] })).toStrictEqual([]);
  });

  it('a new message is neither read nor archived with what is taken back', () => {
    const marked = aChat({ ...BEFORE, isMarkedUnread: true });
    const unread = { kind: 'markUnread' } as const;
    expect(undone(BEFORE, unread, { chats: [marked] })).toStrictEqual([
      { kind: 'markRead', seenTo: NOON },
    ]);
    expect(undone(BEFORE, unread, { chats: [{ ...marked, ...LATER }] })).toStrictEqual([]);
    const back = { kind: 'unarchive' } as const;
    expect(undone(ARCHIVED, back, { chats: [BEFORE] })).toStrictEqual([{ kind: 'archive' }]);
    expect(undone(ARCHIVED, back, { chats: [{ ...BEFORE, ...LATER }] })).toStrictEqual([]);
  });

  it('a reminder that was set elsewhere since stays', () => {
    const remind = { kind: 'remind', at: NOON + HOUR, dismissOnIncoming: false } as const;
    const chats = [BEFORE];
    expect(undone(BEFORE, remind, { chats, reminder: reminderAt(NOON + HOUR) })).toStrictEqual([
      { kind: 'clearReminder' },
    ]);
    expect(undone(BEFORE, remind, { chats, reminder: reminderAt(NOON + 2 * HOUR) })).toStrictEqual(
      [],
    );
    expect(undone(BEFORE, remind, { chats })).toStrictEqual([]);
    const clear = { kind: 'clearReminder' } as const;
    const before = reminderAt(NOON + HOUR);
    expect(undone(BEFORE, clear, { chats }, before)).toMatchObject([{ at: NOON + HOUR }]);
    expect(undone(BEFORE, clear, { chats, reminder: reminderAt(NOON + 2 * HOUR) }, before)).toEqual(
      [],
    );
  });

  it('a reminder for a time of day is the same one in another zone', () => {
    const wall = '2026-05-20T14:00';
    const remind = { kind: 'remind', at: NOON + HOUR, dismissOnIncoming: false, wall } as const;
    const reminder = aReminder({ chatID: 'c', at: NOON + 4 * HOUR, wall });
    expect(undone(BEFORE, remind, { chats: [BEFORE], reminder })).toHaveLength(1);
  });
});
