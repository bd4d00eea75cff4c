import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import type { QuietOverride, Quietness } from '@/lib/model/quiet/schedule';
import { DEFAULT_QUIET } from '@/lib/model/quiet/settings';
import { isDeferred, markDeferred } from '@/lib/model/reminders/deferred';
import { type Reminder, reminderOf } from '@/lib/model/reminders/reminder';
import { aReminder } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const PAUSE: QuietOverride = { isQuiet: true, until: NOON + HOUR };
const NOW = NOON + 30 * MINUTE;
const DUE = NOON + 10 * MINUTE;

function noted(one: Partial<Reminder>, quiet: Partial<Quietness> = {}, now = NOW) {
  const reminders = { '!ada': aReminder({ at: DUE, ...one }) };
  const after = markDeferred(reminders, { settings: DEFAULT_QUIET, pause: PAUSE, ...quiet }, now);
  return reminderOf(after, '!ada') ?? aReminder();
}

describe('a reminder', () => {
  it.each<[string, Partial<Reminder>, Partial<Quietness>, boolean]>([
    ['is held back when it is due in quiet', {}, {}, true],
    ['is when it fell due before and waits for the end', { at: NOON - HOUR }, {}, true],
    ['is not before it is due', { at: NOW + MINUTE }, {}, false],
    ['is not without quiet', {}, { pause: null }, false],
    ['is not once it rings', { bell: 'ringing' }, {}, false],
    [
      'is not where reminders ring all the same',
      {},
      { settings: { ...DEFAULT_QUIET, remindersRing: true } },
      false,
    ],
  ])('%s', (_what, one, quiet, isHeld) => {
    expect(isDeferred(noted(one, quiet))).toBe(isHeld);
  });

  it('that quiet held back is known as that after it, also when it is asked again', () => {
    const held = noted({});
    expect(noted(held, { pause: null }, NOW + HOUR)).toStrictEqual(held);
    expect(noted(held, {}, NOW + MINUTE)).toStrictEqual(held);
  });

  it('that was moved to later since then is due anew', () => {
    expect(isDeferred({ ...noted({}), at: NOW + HOUR })).toBe(false);
  });
});
