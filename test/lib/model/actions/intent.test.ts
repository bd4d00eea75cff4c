import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import {
  applyIntent,
  type Intent,
  isDone,
  isOvertaken,
  isSameMoment,
  readIntent,
  readPendingIntent,
  undoOf,
} from '@/lib/model/actions/intent';
import type { Chat } from '@/lib/model/chats/chat';
import { aChat } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const REMIND: Intent = { kind: 'remind', at: NOON, dismissOnIncoming: true };
const REMINDER = { at: NOON, dismissOnIncoming: true };
const INTENTS: Intent[] = [
  { kind: 'archive' },
  { kind: 'unarchive' },
  { kind: 'unarchive', to: 'low-priority' },
  { kind: 'markRead' },
  { kind: 'markRead', seenTo: NOON },
  { kind: 'markUnread' },
  REMIND,
  { ...REMIND, wall: '2026-05-20T12:00' },
  { ...REMIND, heldAt: NOON - MINUTE },
  { kind: 'clearReminder' },
  { kind: 'clearReminder', heldAt: NOON },
  { kind: 'mute' },
  { kind: 'unmute' },
  { kind: 'pin' },
  { kind: 'unpin' },
  { kind: 'lowPriority' },
  { kind: 'normalPriority' },
];

describe('an intent', () => {
  it.each(INTENTS)('is done once it is done: %j', (intent) => {
    const before = aChat({ unreadCount: 4, reminder: null });
    expect(isDone(applyIntent(before, intent), intent)).toBe(true);
  });

  it.each(INTENTS)('changes nothing more the second time: %j', (intent) => {
    const once = applyIntent(aChat({ unreadCount: 4 }), intent);
    expect(applyIntent(once, intent)).toStrictEqual(once);
  });

  it.each<[Intent, Partial<Chat>]>([
    [{ kind: 'archive' }, {}],
    [{ kind: 'unarchive' }, { box: 'archive' }],
    [{ kind: 'markRead' }, { unreadCount: 1 }],
    [{ kind: 'markRead' }, { isMarkedUnread: true }],
    [{ kind: 'markUnread' }, {}],
    [REMIND, { reminder: null }],
    [REMIND, { reminder: { ...REMINDER, at: NOON + MINUTE } }],
    [{ kind: 'clearReminder' }, { reminder: REMINDER }],
    [{ kind: 'mute' }, {}],
    [{ kind: 'unmute' }, { isMuted: true }],
    [{ kind: 'pin' }, {}],
    [{ kind: 'unpin' }, { isPinned: true }],
    [{ kind: 'lowPriority' }, {}],
    [{ kind: 'normalPriority' }, { box: 'low-priority' }],
  ])('is still to be done: %j with %j', (intent, chat) => {
    expect(isDone(aChat(chat), intent)).toBe(false);
  });

  it.each<Intent>([
    { kind: 'archive' },
    { kind: 'unarchive' },
    REMIND,
    { kind: 'clearReminder' },
    { kind: 'lowPriority' },
  ])('may be done or not when Beeper does not tell: $kind', (intent) => {
    const { box: _box, ...chat } = aChat();
    expect(isDone(chat, intent)).toBeUndefined();
  });

  it.each<[Intent, Intent]>([
    [{ kind: 'archive' }, { kind: 'unarchive', to: 'primary' }],
    [{ kind: 'unarchive' }, { kind: 'archive' }],
    [{ kind: 'markRead' }, { kind: 'markUnread' }],
    [{ kind: 'markUnread' }, { kind: 'markRead' }],
    [REMIND, { kind: 'clearReminder' }],
    [{ kind: 'clearReminder' }, { kind: 'clearReminder' }],
    [{ kind: 'mute' }, { kind: 'unmute' }],
    [{ kind: 'unmute' }, { kind: 'mute' }],
    [{ kind: 'pin' }, { kind: 'unpin' }],
    [{ kind: 'unpin' }, { kind: 'pin' }],
    [{ kind: 'lowPriority' }, { kind: 'normalPriority' }],
    [{ kind: 'normalPriority' }, { kind: 'lowPriority' }],
  ])('%j is undone by %j', (intent, undo) => {
    expect(undoOf(intent, aChat())).toStrictEqual(undo);
  });

  it('to archive is undone into the list the chat came from', () => {
    const chat = aChat({ box: 'low-priority' });
    const undo = undoOf({ kind: 'archive' }, chat);
    expect(applyIntent(applyIntent(chat, { kind: 'archive' }), undo)).toStrictEqual(chat);
    expect(undoOf({ kind: 'archive' }, {})).toStrictEqual({ kind: 'unarchive' });
  });

  it('of priority leaves an archived chat in the archive, where nobody can tell', () => {
    const chat = aChat({ box: 'archive' });
    expect(applyIntent(chat, { kind: 'lowPriority' })).toStrictEqual(chat);
    expect(isDone(chat, { kind: 'normalPriority' })).toBeUndefined();
  });

  it.each<Intent>([{ ...REMIND, at: NOON + MINUTE }, { kind: 'clearReminder' }])(
    'is undone by the reminder there was before: $kind',
    (intent) => {
      expect(undoOf(intent, aChat({ reminder: REMINDER }))).toStrictEqual(REMIND);
    },
  );

  it('is undone by the reminder there was before, with its time of day', () => {
    const before = { ...REMINDER, wall: '2026-05-20T14:00' } as const;
    const undo = undoOf({ kind: 'clearReminder' }, { reminder: before });
    expect(undo).toStrictEqual({ kind: 'remind', ...before });
  });

  it.each<[boolean, Intent, Partial<Chat>]>([
    [false, { kind: 'markRead' }, {}],
    [false, { kind: 'markRead', seenTo: NOON }, { lastActivity: NOON }],
    [true, { kind: 'markRead', seenTo: NOON }, { lastActivity: NOON + 1 }],
    [false, REMIND, { reminder: null }],
    [false, { ...REMIND, heldAt: NOON - HOUR }, {}],
    [false, { ...REMIND, heldAt: NOON - HOUR }, { reminder: { ...REMINDER, at: NOON - HOUR } }],
    [true, { ...REMIND, heldAt: NOON - HOUR }, { reminder: null }],
    [true, { kind: 'clearReminder', heldAt: NOON - HOUR }, { reminder: REMINDER }],
    [false, { kind: 'clearReminder', heldAt: NOON }, { reminder: REMINDER }],
    [false, { kind: 'archive' }, { box: 'archive' }],
  ])('is overtaken: %j, by %j with %j', (overtaken, intent, chat) => {
    expect(isOvertaken(aChat(chat), intent)).toBe(overtaken);
  });

  it('to remind is done though the server drops the seconds', () => {
    expect(isSameMoment(NOON + 59_999, NOON)).toBe(true);
    expect(isSameMoment(NOON + MINUTE, NOON)).toBe(false);
  });
});

describe('an intent from outside', () => {
  it.each(INTENTS)('is read as it was sent: %j', (intent) => {
    const stamped = { id: 'click', chatID: '!ada', intent };
    expect(readPendingIntent(JSON.parse(JSON.stringify(stamped)))).toStrictEqual(stamped);
  });

  it.each([
    null,
    'archive',
    {},
    { kind: 'delete' },
    { kind: 'toString' },
    { kind: 'remind' },
    { kind: 'remind', at: 'later' },
    { kind: 'remind', at: Number.NaN },
    { kind: 'remind', at: 1e300 },
  ])('is refused: %j', (value) => {
    expect(readIntent(value)).toBeUndefined();
  });

  it.each([
    { id: '', chatID: '!ada', intent: { kind: 'archive' } },
    { id: 'click', chatID: '', intent: { kind: 'archive' } },
    { id: 'click', chatID: 3, intent: { kind: 'archive' } },
  ])('is refused without its names: %j', (value) => {
    expect(readPendingIntent(value)).toBeUndefined();
  });

  it.each(['tomorrow', '2026-02-30T09:00', NOON])('has no time of day in %j', (wall) => {
    expect(readIntent({ ...REMIND, wall })).toStrictEqual(REMIND);
  });

  it('never throws', () => {
    const reading = fc.property(fc.jsonValue(), (value) => void readPendingIntent(value));
    expect(() => fc.assert(reading)).not.toThrow();
  });
});
