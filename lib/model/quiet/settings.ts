import { readArray, readBoolean } from '@/lib/base/parse';
import type { Readers } from '@/lib/base/parse-part';
import { readTimeOfDay, type TimeOfDay } from '@/lib/model/reminders/times/day-preferences';

/** When a person wants to be left alone every week, and by what. */
export interface QuietSettings {
  isScheduled: boolean;
  /** The days on which it begins, as `Date` counts them: Sunday is 0. */
  days: readonly number[];
  from: TimeOfDay;
  /** Not later than `from`: on the next day. */
  to: TimeOfDay;
  /** The number on the toolbar is left out as well. */
  hidesBadge: boolean;
  /** Reminders ring all the same. */
  remindersRing: boolean;
}

export const DEFAULT_QUIET: QuietSettings = {
  isScheduled: false,
  days: [0, 1, 2, 3, 4, 5, 6],
  from: '22:00',
  to: '07:00',
  hidesBadge: false,
  remindersRing: false,
};

/** Every day it begins anew as it ends: there is no time without. */
export function neverEnds({ isScheduled, days, from, to }: QuietSettings): boolean {
  return isScheduled && from === to && DEFAULT_QUIET.days.every((day) => days.includes(day));
}

export const QUIET_READERS: Readers<QuietSettings> = {
  isScheduled: readBoolean,
  days: readDays,
  from: readTimeOfDay,
  to: readTimeOfDay,
  hidesBadge: readBoolean,
  remindersRing: readBoolean,
};

function readDays(value: unknown): number[] | undefined {
  const days = readArray(value);
  return days && DEFAULT_QUIET.days.filter((day) => days.includes(day));
}
