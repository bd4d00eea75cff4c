import { en } from 'chrono-node';

import { HOUR, wholeMinute } from '@/lib/base/time';
import { minutesOf, type DayPreferences, timeOfDay, type TimeOfDay } from './day-preferences';
import { momentOfLocal, readLocalDateTime, type LocalDateTime } from './local-time';
import { normalizeTyped } from './normalize';
import { type Moment, presetAt, presetOfSpec, type PresetName } from './presets';

/** What typed words say: a moment ahead, one that has passed, or nothing that we understand. */
export type Said = ({ state: 'ahead' } & Moment) | { state: 'past' } | { state: 'unclear' };

export interface Listener {
  /** ms */
  now: number;
  dayPreferences: DayPreferences;
  locale: string;
}

type Result = ReturnType<typeof en.parse>[number];
type Parts = Result['start'];

const PAST: Said = { state: 'past' };
const UNCLEAR: Said = { state: 'unclear' };

/** Words that mean what the menu means by them, which knows the person's week. */
const NAMED: readonly (readonly [RegExp, PresetName])[] = [
  [/^(later|today|later today)$/, 'laterToday'],
  [/^((this|the) )?weekend$/, 'thisWeekend'],
  [/^next week$/, 'nextWeek'],
];

const BACKWARDS = /\b(ago|last|past|yesterday)\b/;
/** A day is named from which nothing may move on. */
const ON_THIS_DAY = /\b(this|today|tonight)\b/;

/** Understands a time in plain English words, such as "fri 3pm" or "in 20 min". */
export function readTypedTime(words: string, { now, dayPreferences, locale }: Listener): Said {
  const text = normalizeTyped(words);
  const named = NAMED.find(([pattern]) => pattern.test(text));
  if (named) return nameSaid(named[1], text, { now, dayPreferences });
  if (BACKWARDS.test(text)) return PAST;
  const spoken = spellings(text).find((spelling) => parse(spelling, midnight(now), locale));
  if (spoken === undefined) return UNCLEAR;
  const said = understand(spoken, { now, dayPreferences, locale });
  return said && said.at > now ? { state: 'ahead', ...said } : PAST;
}

/** A weekend that is not said to be this one is the next one, once this one is as good as over. */
function nameSaid(
  name: PresetName,
  text: string,
  { now, dayPreferences }: Omit<Listener, 'locale'>,
): Said {
  const isThis = name !== 'thisWeekend' || ON_THIS_DAY.test(text);
  const meant =
    presetOfSpec(name, now, dayPreferences) ??
    (isThis ? undefined : presetAt(name, now, dayPreferences));
  return meant ? { state: 'ahead', ...meant } : PAST;
}

/** As it was typed; else with a number at its end taken for an hour: "tomorrow 9". */
function spellings(text: string): string[] {
  const plain = text
    .replace(/^(at|on) /, '')
    .replace(/^day after/, 'the day after')
    // Its "30 mon" would be months.
    .replace(/^(\d{1,2}:\d{2}(?:[ap]m)?) (.+)$/, '$2 $1')
    // 25.12., as much of Europe writes it.
    .replace(/\b(\d{1,2})\.(\d{1,2})\.(?!\d)/, '$1/$2');
  return [plain, plain.replace(/(^|\s)(\d{1,2})$/, '$1at $2')];
}

function understand(text: string, { now, dayPreferences, locale }: Listener): Moment | undefined {
  const result = parse(text, midnight(now), locale);
  if (!result) return undefined;
  if (result.tags().has('result/relativeDateAndTime')) {
    return { at: wholeMinute(now + lengthOf(text, now, locale)) };
  }
  // A time zone was named: a moment, wherever one is.
  if (result.start.isCertain('timezoneOffset')) return { at: result.start.date().getTime() };
  const from = ON_THIS_DAY.test(text) ? Infinity : now;
  const wall = localTyped(text, result.start, dayPreferences);
  const said = wall && next(wall, result.start, from);
  // Tonight is the evening; once that has begun, the late evening.
  if (!said || said.at > now || !/tonight/.test(text) || result.start.isCertain('hour'))
    return said;
  const late = localTyped(text.replace('tonight', 'night'), result.start, dayPreferences);
  return late && next(late, result.start, from);
}

/** The one thing said, when it is all that is said. */
function parse(text: string, from: Date, locale: string): Result | undefined {
  const [result, ...more] = (isDayFirst(locale) ? en.GB : en.casual).parse(text, from, {
    forwardDate: true,
  });
  if (!result || result.end || more.length > 0) return undefined;
  const rest = text.replace(result.text, '');
  return /^[\s,.]*$/.test(rest) ? result : undefined;
}

/**
 * How long "in 20 min" is, ms. Read from midnight and from noon, because what is reckoned on the
 * clock comes out longer where it ends in an hour that the clocks skip.
 */
function lengthOf(text: string, now: number, locale: string): number {
  const [long = 0, short = 0] = [0, 12]
    .map((hour) => new Date(new Date(now).setHours(hour, 0, 0, 0)))
    .map((from) => (parse(text, from, locale)?.start.date().getTime() ?? NaN) - from.getTime())
    .toSorted((a, b) => b - a);
  return long - short <= HOUR ? short : long;
}

function localTyped(
  text: string,
  said: Parts,
  dayPreferences: DayPreferences,
): LocalDateTime | undefined {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) =>
    String(said.get(part)).padStart(2, '0'),
  );
  return readLocalDateTime(`${year}-${month}-${day}T${timeSaid(text, said, dayPreferences)}`);
}

function timeSaid(text: string, said: Parts, dayPreferences: DayPreferences): TimeOfDay {
  if (!said.isCertain('hour')) return timeOfPart(text, dayPreferences);
  const hour = said.get('hour') ?? 0;
  const minute = said.get('minute') ?? 0;
  // Nobody means the night by "at 3" or by "3:30"; who writes "03:30" does.
  const isBare = !said.isCertain('meridiem') && !/midnight|(^|\s)0\d/.test(text);
  const isEarly = hour > 0 && hour < Math.min(7, minutesOf(dayPreferences.morning) / 60);
  const isAfternoon = isBare && isEarly;
  return timeOfDay((isAfternoon ? hour + 12 : hour) * 60 + minute);
}

/** When a part of the day begins; a day without one begins in the morning. */
function timeOfPart(text: string, dayPreferences: DayPreferences): TimeOfDay {
  const [morning, evening] = [minutesOf(dayPreferences.morning), minutesOf(dayPreferences.evening)];
  if (/\bnight/.test(text)) return timeOfDay(evening + 120);
  if (/evening|tonight/.test(text)) return dayPreferences.evening;
  if (!/afternoon/.test(text)) return dayPreferences.morning;
  return timeOfDay(Math.max(evening - 180, Math.round((morning + evening) / 2)));
}

/** The first such time after `now`: the same day next week, tomorrow, or next year. */
function next(wall: LocalDateTime, said: Parts, now: number): Moment {
  const at = momentOfLocal(wall);
  if (at > now || now === Infinity) return { at, wall };
  const later = new Date(`${wall}Z`);
  const isDated = said.isCertain('day') || said.isCertain('month');
  if (!isDated) later.setUTCDate(later.getUTCDate() + (said.isCertain('weekday') ? 7 : 1));
  else if (!said.isCertain('year')) later.setUTCFullYear(later.getUTCFullYear() + 1);
  const moved = later.toISOString().slice(0, 16) as LocalDateTime;
  return { at: momentOfLocal(moved), wall: moved };
}

function midnight(now: number): Date {
  return new Date(new Date(now).setHours(0, 0, 0, 0));
}

/** Whether 3/4 is the third of April. */
function isDayFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month') && parts[0] === 'day';
}
