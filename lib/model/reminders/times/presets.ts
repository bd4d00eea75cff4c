import { HOUR, wholeMinute } from '@/lib/base/time';
import { isSameDay } from '@/lib/text/format-time';
import { minutesOf, type DayPreferences, type TimeOfDay } from './day-preferences';
import { momentOfLocal, localOf, type LocalDateTime } from './local-time';

export const PRESET_NAMES = [
  'inOneHour',
  'laterToday',
  'thisEvening',
  'tomorrow',
  'thisWeekend',
  'nextWeek',
] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** A moment to be reminded at. */
export interface Moment {
  /** ms */
  at: number;
  /** Left out for a duration. */
  wall?: LocalDateTime;
}

export interface Preset extends Moment {
  name: PresetName;
}

/** What a name means now. Always ahead: in the night, the evening is the next one. */
export function presetAt(name: PresetName, now: number, dayPreferences: DayPreferences): Moment {
  switch (name) {
    case 'inOneHour':
      return { at: wholeMinute(now + HOUR) };
    case 'laterToday':
      return inThreeHours(now);
    case 'thisEvening': {
      const evening = onDay(now, 0, dayPreferences.evening);
      return evening.at > now ? evening : onDay(now, 1, dayPreferences.evening);
    }
    case 'tomorrow':
      return onDay(now, 1, dayPreferences.morning);
    case 'thisWeekend':
      return onDay(now, daysUntil(now, dayPreferences.weekend[0] ?? 0), dayPreferences.morning);
    case 'nextWeek':
      return onDay(now, daysUntilNextWeek(now, dayPreferences), dayPreferences.morning);
  }
}

/** What somebody means who says so now: nothing where what is named after today is over. */
export function presetOfSpec(
  name: PresetName,
  now: number,
  dayPreferences: DayPreferences,
): Moment | undefined {
  if (name === 'thisWeekend') return morningOfWeekend(now, dayPreferences);
  const moment = presetAt(name, now, dayPreferences);
  const isOfToday = name === 'laterToday' || name === 'thisEvening';
  return isOfToday && !isSameDay(moment.at, now) ? undefined : moment;
}

/**
 * The moments offered for a reminder, in the person's own time zone. None is in the past and no
 * two are the same: on a Friday the weekend is tomorrow.
 */
export function presetsAt(now: number, dayPreferences: DayPreferences): Preset[] {
  return PRESET_NAMES.map((name) => ({ name, ...presetAt(name, now, dayPreferences) }))
    .filter((preset) => isNamedRightly(preset, now, dayPreferences))
    .filter(({ name, at }, _, all) => name !== 'laterToday' || isApart(at, all))
    .filter(({ at }, index, all) => all.findIndex((other) => other.at === at) === index);
}

/** Whether the name is one a person would call the moment by. */
function isNamedRightly({ name, at }: Preset, now: number, { weekend }: DayPreferences): boolean {
  switch (name) {
    case 'laterToday':
      return isSameDay(at, now);
    case 'thisEvening':
      // Within the hour before it, "in 1 hour" says the same.
      return isSameDay(at, now) && at - now > HOUR;
    case 'thisWeekend':
      return !weekend.includes(new Date(now).getDay());
    default:
      return true;
  }
}

/** Later today lies between the hour and the evening, or it is one too many. */
function isApart(at: number, all: readonly Preset[]): boolean {
  return all.every((other) => {
    if (other.name === 'laterToday') return true;
    return other.name === 'inOneHour' ? at - other.at >= HOUR : other.at - at >= HOUR;
  });
}

/** About then: on a whole half hour. */
function inThreeHours(now: number): Moment {
  const date = new Date(now + 3 * HOUR);
  date.setMinutes(Math.round(date.getMinutes() / 30) * 30, 0, 0);
  const wall = localOf(date.getTime());
  return { at: momentOfLocal(wall), wall };
}

/** A time of day some days on; the calendar does the sum, so clock changes do not shift it. */
function onDay(now: number, days: number, time: TimeOfDay): Moment {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  const at = date.setHours(0, minutesOf(time), 0, 0);
  return { at, wall: localOf(at) };
}

/** The next one of this weekend: in the middle of it there may be none left. */
function morningOfWeekend(now: number, dayPreferences: DayPreferences): Moment | undefined {
  const { weekend, morning } = dayPreferences;
  const today = new Date(now).getDay();
  if (!weekend.includes(today)) return presetAt('thisWeekend', now, dayPreferences);
  const mornings = [onDay(now, 0, morning)];
  if (weekend.includes((today + 1) % 7)) mornings.push(onDay(now, 1, morning));
  return mornings.find(({ at }) => at > now);
}

/**
 * A week begins when the weekend is over. On a Sunday Monday is called tomorrow, and next week is
 * the one after.
 */
function daysUntilNextWeek(now: number, { weekend }: DayPreferences): number {
  let start = weekend[0] ?? 0;
  while (weekend.includes(start)) start = (start + 1) % 7;
  const days = daysUntil(now, start);
  return days === 1 ? days + 7 : days;
}

/** Days until the next such weekday, never today. */
function daysUntil(now: number, weekday: number): number {
  return ((weekday - new Date(now).getDay() + 6) % 7) + 1;
}
