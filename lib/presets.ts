import { HOUR, wholeMinute } from './time';
import { wallOf, type WallTime } from './wall-time';

export const PRESET_NAMES = [
  'inOneHour',
  'thisEvening',
  'tomorrow',
  'thisWeekend',
  'nextWeek',
] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

export interface Preset {
  name: PresetName;
  /** ms */
  at: number;
  /** Left out for a duration. */
  wall?: WallTime;
}

const EVENING = 18;
const MORNING = 9;
const SATURDAY = 6;
const MONDAY = 1;

/**
 * The moments offered for a reminder, in the person's own time zone. None is in the past and no
 * two are the same: on a Friday the weekend is tomorrow.
 */
export function presetsAt(now: number): Preset[] {
  const offered: Preset[] = [
    { name: 'inOneHour', at: wholeMinute(now + HOUR) },
    ...thisEvening(now),
    { name: 'tomorrow', ...onDay(now, 1, MORNING) },
    { name: 'thisWeekend', ...onDay(now, daysUntil(now, SATURDAY), MORNING) },
    { name: 'nextWeek', ...onDay(now, daysUntilNextWeek(now), MORNING) },
  ];
  return offered.filter((preset, index) => isOffered(preset, offered.slice(0, index), now));
}

function isOffered({ name, at }: Preset, earlier: readonly Preset[], now: number): boolean {
  if (earlier.some((other) => other.at === at)) return false;
  const day = new Date(now).getDay();
  const isWeekend = day === 0 || day === SATURDAY;
  return !(name === 'thisWeekend' && isWeekend);
}

/** Not within the hour before it: then "in 1 hour" says the same. */
function thisEvening(now: number): Preset[] {
  const evening = onDay(now, 0, EVENING);
  return evening.at - now > HOUR ? [{ name: 'thisEvening', ...evening }] : [];
}

/** A wall-clock hour some days on; the calendar does the sum, so clock changes do not shift it. */
function onDay(now: number, days: number, hour: number) {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  const at = date.setHours(hour, 0, 0, 0);
  return { at, wall: wallOf(at) };
}

/** On a Sunday Monday is called tomorrow, and next week is the one after. */
function daysUntilNextWeek(now: number): number {
  const days = daysUntil(now, MONDAY);
  return days === 1 ? days + 7 : days;
}

/** Days until the next such weekday, never today. */
function daysUntil(now: number, weekday: number): number {
  return ((weekday - new Date(now).getDay() + 6) % 7) + 1;
}
