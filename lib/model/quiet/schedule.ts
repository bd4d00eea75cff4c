import { readBoolean, readMoment, readObject } from '@/lib/base/parse';
import { HOUR, MINUTE, wholeMinute } from '@/lib/base/time';
import type { DayHours } from '@/lib/model/reminders/times/day-preferences';
import {
  momentOfLocal,
  readLocalDateTime,
  localOf,
  type LocalDateTime,
} from '@/lib/model/reminders/times/local-time';
import { type Moment, presetAt } from '@/lib/model/reminders/times/presets';
import { isSameDay } from '@/lib/text/format-time';
import type { QuietDuration } from './override';
import { neverEnds, type QuietSettings } from './settings';

/** Said by hand, and stronger than the schedule: to be left alone until then, or not to be. */
export interface QuietOverride {
  isQuiet: boolean;
  /** ms */
  until: number;
  /** The time of day it is until, of which `until` is the moment where the person is now. */
  wall?: LocalDateTime;
}

export interface Quietness {
  settings: QuietSettings;
  pause: QuietOverride | null;
}

export function isQuiet(quietness: Quietness, now: number): boolean {
  return endOfPart(quietness, now) !== undefined;
}

/**
 * When quiet is over, ms: a pause may run into the schedule, and a day of it into the next. Where
 * that has no end, every day is one of its own. `undefined`: there is none.
 */
export function quietEndsAt(quietness: Quietness, now: number): number | undefined {
  const { settings, pause } = quietness;
  let end: number | undefined;
  for (let parts = 0; parts < DAYS_AHEAD; parts += 1) {
    const from = end ?? now;
    const next = endOfPart(quietness, from);
    if (next === undefined) break;
    end = next;
    if (neverEnds(settings) && !(pause && holds(pause, from))) break;
  }
  return end;
}

/** When what falls due at a moment may ring, ms: what falls into quiet waits for its end. */
export function ringsAt(quietness: Quietness, at: number, now: number): number {
  const { settings } = quietness;
  if (settings.remindersRing) return at;
  // Where quiet begins anew as it ends, its end is the only moment there is.
  const from = neverEnds(settings) ? at : Math.max(at, now);
  return quietEndsAt(quietness, from) ?? at;
}

/** When it next begins or ends, ms. */
export function quietTurnsAt(quietness: Quietness, now: number): number | undefined {
  return quietEndsAt(quietness, now) ?? quietStartsAt(quietness, now);
}

function quietStartsAt(quietness: Quietness, now: number): number | undefined {
  const { pause } = quietness;
  const starts = scheduled(quietness.settings, now).map(({ from }) => from);
  return [...starts, ...(pause ? [endOf(pause)] : [])]
    .filter((at) => at > now && isQuiet(quietness, at))
    .toSorted((a, b) => a - b)[0];
}

/** When the pause or the part of the schedule that a moment lies in ends, ms. */
function endOfPart({ settings, pause }: Quietness, at: number): number | undefined {
  if (pause && holds(pause, at)) return pause.isQuiet ? endOf(pause) : undefined;
  const ends = scheduled(settings, at).filter(({ from, to }) => from <= at && at < to);
  return ends.length > 0 ? Math.max(...ends.map(({ to }) => to)) : undefined;
}

/** One for longer than any can be chosen for was begun before the clock was put back. */
function holds(pause: QuietOverride, at: number): boolean {
  const left = endOf(pause) - at;
  return left > 0 && (pause.wall !== undefined || left <= LONGEST);
}

/** By the clock on the wall wherever one is by then. */
function endOf({ until, wall }: QuietOverride): number {
  return wall ? momentOfLocal(wall) : until;
}

const LONGEST = HOUR + MINUTE;
const DAYS_AHEAD = 8;

interface Span {
  from: number;
  to: number;
}

/** The parts of the schedule from yesterday's, which may reach into today, to next week's. */
function scheduled({ isScheduled, days, from, to }: QuietSettings, now: number): Span[] {
  if (!isScheduled) return [];
  const ahead = Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => index - 1);
  return ahead.flatMap((day) => {
    const date = dateAfter(now, day);
    if (!days.includes(date.getDay())) return [];
    const last = to <= from ? dateAfter(now, day + 1) : date;
    return [{ from: momentOn(date, from), to: momentOn(last, to) }];
  });
}

/** Noon of a day some days on: the calendar does the sum, so clock changes do not shift it. */
function dateAfter(now: number, days: number): Date {
  const date = new Date(now);
  date.setHours(12, 0, 0, 0);
  date.setDate(date.getDate() + days);
  return date;
}

function momentOn(date: Date, time: string): number {
  return momentOfLocal(`${localOf(date.getTime()).slice(0, 10)}T${time}` as LocalDateTime);
}

export interface QuietOffer {
  wish: QuietDuration;
  pause: QuietOverride;
}

/** What can be asked for at this moment. The evening only while it is not near. */
export function quietOffers(now: number, hours: DayHours): QuietOffer[] {
  const dayPreferences = { ...hours, weekend: [] };
  const evening = presetAt('thisEvening', now, dayPreferences);
  const isAhead = evening.at - now > HOUR && isSameDay(evening.at, now);
  return [
    { wish: 'halfHour', pause: { isQuiet: true, until: wholeMinute(now + HOUR / 2) } },
    { wish: 'hour', pause: { isQuiet: true, until: wholeMinute(now + HOUR) } },
    ...(isAhead ? [{ wish: 'evening', pause: pauseUntil(evening) } as const] : []),
    { wish: 'tomorrow', pause: pauseUntil(presetAt('tomorrow', now, dayPreferences)) },
  ];
}

function pauseUntil({ at, wall }: Moment): QuietOverride {
  return { isQuiet: true, until: at, ...(wall && { wall }) };
}

/** The pause that does what was asked for; in the schedule's time the end is one from quiet. */
export function overrideFor(
  wish: QuietDuration,
  quietness: Quietness,
  { now, hours }: { now: number; hours: DayHours },
): QuietOverride | null {
  if (wish !== 'over') {
    const offer = quietOffers(now, hours).find((one) => one.wish === wish);
    return offer?.pause ?? quietness.pause;
  }
  const until = quietEndsAt({ ...quietness, pause: null }, now);
  return until === undefined ? null : { isQuiet: false, until, wall: localOf(until) };
}

export function readQuietOverride(value: unknown): QuietOverride | undefined {
  const raw = readObject(value);
  const quiet = readBoolean(raw?.isQuiet);
  const until = readMoment(raw?.until);
  const wall = readLocalDateTime(raw?.wall);
  if (quiet === undefined || until === undefined) return undefined;
  return { isQuiet: quiet, until, ...(wall && { wall }) };
}
