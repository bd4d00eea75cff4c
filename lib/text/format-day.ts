import { cached } from '@/lib/base/cached';
import { DAY } from '@/lib/base/time';
import { format, isSameDay } from './format-time';

/** A day as it stands over what was said on it: today, yesterday, Monday 18 May, 3 March 2024. */
export function formatDay(at: number, now: number, locale: string): string {
  if (isSameDay(at, now)) return relative(locale).format(0, 'day');
  if (isSameDay(at, now - DAY)) return relative(locale).format(-1, 'day');
  const day = { day: 'numeric', month: 'long' } as const;
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format(at, locale, {
    ...day,
    ...(isThisYear ? { weekday: 'long' } : { year: 'numeric' }),
  });
}

/** How long something takes in its largest whole unit: 90 seconds, 7 days. */
export function formatSpan(seconds: number, locale: string): string {
  const [unit, size] = UNITS.find(([, one]) => seconds >= one && seconds % one === 0) ?? SECONDS;
  const options = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale, options).format(seconds / size);
}

/** How long a recording is: 0:23, 61:05. */
export function formatLength(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const SECONDS = ['second', 1] as const;
const UNITS = [['day', 86_400], ['hour', 3600], ['minute', 60], SECONDS] as const;

const relative = cached(
  (locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
);
