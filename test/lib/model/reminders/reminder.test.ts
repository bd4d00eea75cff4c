import { describe, expect, it } from 'vitest';

import { DAY, HOUR, MINUTE } from '@/lib/base/time';
import type { BeeperReminder } from '@/lib/model/chats/chat';
import {
  adoptReminders,
  attendTo,
  changeReminder,
  closeReminder,
  dueReminders,
  forgetOld,
  isLate,
  nextRingAt,
  shiftedReminders,
  type Reminder,
  type Reminders,
} from '@/lib/model/reminders/reminder';
import { aChat, aReminder } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { inZone } from '../../../helpers/zone';

function remindersOf(...all: Reminder[]): Reminders {
  return Object.fromEntries(all.map((reminder) => [reminder.chatID, reminder]));
}

/** What becomes of our reminder when Beeper says this of its own. */
function adopt(
  ours: Partial<Reminder> | undefined,
  theirs: BeeperReminder | null | undefined,
  { now = NOON, connectedAt = NOON - 30 * DAY, isPending = false } = {},
): Reminder | undefined {
  const { reminder: _none, ...bare } = aChat();
  const chat = theirs === undefined ? bare : { ...bare, reminder: theirs };
  const reminders = ours ? remindersOf(aReminder(ours)) : {};
  const context = { now, connectedAt, isPending: () => isPending };
  return adoptReminders(reminders, [chat], context)['!ada'];
}

const theirs = (at: number): BeeperReminder => ({ at, dismissOnIncoming: true });

describe('a reminder', () => {
  it.each([
    ['set', NOON - 1, 1],
    ['set', NOON, 1],
    ['set', NOON + 1, 0],
    ['ringing', NOON - 1, 1],
    ['rung', NOON - 1, 0],
    ['done', NOON - 1, 0],
  ] as const)('that is %s and for %d is due %d times', (bell, at, times) => {
    expect(dueReminders(remindersOf(aReminder({ bell, at })), NOON)).toHaveLength(times);
  });

  it('rings after those that are due before it', () => {
    const reminders = remindersOf(
      aReminder({ chatID: 'b', at: NOON - 1 }),
      aReminder({ chatID: 'a', at: NOON - 2 }),
    );
    expect(dueReminders(reminders, NOON).map(({ chatID }) => chatID)).toStrictEqual(['a', 'b']);
  });

  it('is waited for unless it rang', () => {
    const rung = aReminder({ chatID: 'a', at: NOON, bell: 'rung' });
    const set = aReminder({ chatID: 'b', at: NOON + HOUR });
    expect(nextRingAt(remindersOf(rung, set))).toBe(NOON + HOUR);
    expect(nextRingAt(remindersOf(rung))).toBeUndefined();
  });

  it.each([
    [2 * MINUTE, false],
    [2 * MINUTE + 1, true],
  ])('%d ms after its moment is late: %j', (ms, late) => {
    expect(isLate(aReminder({ at: NOON }), NOON + ms)).toBe(late);
  });

  it.each([
    ['set', undefined],
    ['ringing', undefined],
    ['rung', 'done'],
    ['done', 'done'],
  ] as const)('that is %s is %s once it is taken away', (bell, after) => {
    expect(closeReminder(remindersOf(aReminder({ bell })), '!ada')['!ada']?.bell).toBe(after);
  });

  it('has done its work once the person turns to the chat, if it rang', () => {
    const set = remindersOf(aReminder());
    expect(attendTo(set, '!ada')).toBe(set);
    expect(attendTo(remindersOf(aReminder({ bell: 'rung' })), '!ada')['!ada']?.bell).toBe('done');
    expect(attendTo({}, '!ada')).toStrictEqual({});
  });

  it('is forgotten a week after it rang', () => {
    const old = aReminder({ at: NOON - 7 * DAY, bell: 'done' });
    expect(forgetOld(remindersOf(old), NOON)).toStrictEqual({});
    const kept = remindersOf({ ...old, bell: 'set' });
    expect(forgetOld(kept, NOON)).toBe(kept);
  });

  it('of a chat that has none cannot be changed', () => {
    expect(changeReminder({}, '!ada', { bell: 'rung' })).toStrictEqual({});
  });
});

describe('a reminder for three in the afternoon', () => {
  const AT = Date.parse('2026-05-20T15:00:00Z');
  const THREE = { at: AT, wall: '2026-05-20T15:00' } as const;

  it.each<[string, Partial<Reminder>, string | undefined]>([
    ['UTC', THREE, undefined],
    ['Europe/Berlin', THREE, '13:00'],
    ['America/New_York', THREE, '19:00'],
    ['Asia/Kolkata', THREE, '09:30'],
    ['Europe/Berlin', { at: AT }, undefined],
    ['UTC', { ...THREE, at: AT + 59_999 }, undefined],
    ['UTC', { ...THREE, at: AT + MINUTE }, '15:00'],
    ['Europe/Berlin', { ...THREE, bell: 'ringing' }, undefined],
    ['Europe/Berlin', { ...THREE, bell: 'rung' }, undefined],
    ['Europe/Berlin', { ...THREE, bell: 'done' }, undefined],
    ['Europe/Berlin', { ...THREE, kept: 'here' }, '13:00'],
  ])('is in %s, if it is %j, rather for %j', (zone, reminder, time) => {
    const before = aReminder(reminder);
    const shifted = inZone(zone, () => shiftedReminders(remindersOf(before)));
    const after = { ...before, at: Date.parse(`2026-05-20T${time}:00Z`) };
    expect(shifted).toStrictEqual(time ? [after] : []);
  });
});

describe('what Beeper says of reminders', () => {
  it('brings in a new one', () => {
    expect(adopt(undefined, theirs(NOON + HOUR))).toStrictEqual({
      chatID: '!ada',
      title: 'Ada',
      at: NOON + HOUR,
      setAt: NOON,
      dismissOnIncoming: true,
      kept: 'seen',
      bell: 'set',
    });
  });

  it('confirms ours, to the minute', () => {
    const ours = { at: NOON + HOUR + 59_000, bell: 'set', kept: 'sent' } as const;
    expect(adopt(ours, theirs(NOON + HOUR))).toMatchObject({ at: ours.at, kept: 'seen' });
  });

  it.each(['rung', 'done', 'ringing'] as const)('does not ring again one that is %s', (bell) => {
    expect(adopt({ at: NOON - HOUR, bell }, theirs(NOON - HOUR))?.bell).toBe(bell);
  });

  it('moves ours when it was moved there', () => {
    expect(adopt({ kept: 'seen' }, theirs(NOON + DAY))).toMatchObject({
      at: NOON + DAY,
      bell: 'set',
    });
  });

  it('takes the time of day from ours when it was moved there, not when it is as it was', () => {
    const ours = { kept: 'seen', wall: '2026-05-20T15:00' } as const;
    expect(adopt(ours, theirs(NOON + DAY))).not.toHaveProperty('wall');
    expect(adopt({ ...ours, kept: 'sent' }, theirs(NOON + HOUR))).toMatchObject(ours);
  });

  it('takes ours away when it was cleared there before its time', () => {
    expect(adopt({ kept: 'seen' }, null)).toBeUndefined();
  });

  it.each<Partial<Reminder>>([
    { kept: 'sending' },
    { kept: 'sent' },
    { kept: 'here' },
    { kept: 'seen', at: NOON },
    { kept: 'seen', bell: 'rung' },
  ])('leaves %j alone though Beeper has none', (ours) => {
    expect(adopt(ours, null)).toStrictEqual(aReminder(ours));
  });

  it('leaves ours alone when it says nothing', () => {
    expect(adopt({ kept: 'seen' }, undefined)).toStrictEqual(aReminder({ kept: 'seen' }));
  });

  it('is old news while a change of ours is under way', () => {
    expect(adopt({ kept: 'sending' }, theirs(NOON + DAY), { isPending: true })).toStrictEqual(
      aReminder({ kept: 'sending' }),
    );
  });

  it.each([
    ['set', NOON + DAY],
    ['rung', NOON - DAY],
  ] as const)('does not undo one it refused and that is %s', (bell, at) => {
    const ours = { kept: 'here', bell } as const;
    expect(adopt(ours, theirs(at))).toStrictEqual(aReminder(ours));
  });

  it('rings what fell due while nobody was listening', () => {
    expect(adopt(undefined, theirs(NOON - 5 * DAY))?.bell).toBe('set');
  });

  it('does not ring what fell due before the companion was connected', () => {
    expect(adopt(undefined, theirs(NOON - HOUR), { connectedAt: NOON - MINUTE })?.bell).toBe(
      'done',
    );
  });

  it('does not ring what fell due nearly a week ago', () => {
    expect(adopt(undefined, theirs(NOON - 6 * DAY))?.bell).toBe('done');
  });
});
