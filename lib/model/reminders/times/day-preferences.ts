import { readString } from '@/lib/base/parse';

/** A time of day, as a `time` field writes it. */
export type TimeOfDay = `${number}:${number}`;

/** When a person's morning and evening begin. */
export interface DayHours {
  morning: TimeOfDay;
  evening: TimeOfDay;
}

/** When a person's days and weeks begin. */
export interface DayPreferences extends DayHours {
  /** Days of the week as `Date` counts them, the first one first. */
  weekend: readonly number[];
}

export const DEFAULT_HOURS: DayHours = { morning: '09:00', evening: '18:00' };
const SATURDAY_AND_SUNDAY = [6, 0];

export function readTimeOfDay(value: unknown): TimeOfDay | undefined {
  const text = readString(value) ?? '';
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as TimeOfDay) : undefined;
}

/** Minutes since midnight. */
export function minutesOf(time: TimeOfDay): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** @param minutes since midnight; what is beyond the day is its last minute. */
export function timeOfDay(minutes: number): TimeOfDay {
  const within = Math.min(minutes, 24 * 60 - 1);
  const hours = String(Math.floor(within / 60)).padStart(2, '0');
  return `${hours}:${String(within % 60).padStart(2, '0')}` as TimeOfDay;
}

type Locale = Intl.Locale & { getWeekInfo?(): unknown; weekInfo?: unknown };

/** The days of the weekend where this language is spoken; Firefox does not know them. */
export function weekendOf(locale: string): readonly number[] {
  const known: Locale = new Intl.Locale(locale);
  const info = (known.getWeekInfo?.() ?? known.weekInfo) as { weekend?: number[] } | undefined;
  // Here Sunday is the seventh day.
  const days = info?.weekend?.map((day) => day % 7) ?? [];
  const start = days.findIndex((day) => !days.includes((day + 6) % 7));
  return start < 0 ? SATURDAY_AND_SUNDAY : [...days.slice(start), ...days.slice(0, start)];
}
