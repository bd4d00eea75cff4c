import { cached } from '@/lib/base/cached';
import { DAY, HOUR, MINUTE } from '@/lib/base/time';

/** When a message came, as short as it can be said: 14:05, Tue, 3 Mar, 03/2024. */
export function formatWhen(at: number, now: number, locale: string): string {
  if (at <= 0) return '';
  if (isSameDay(at, now)) return formatTime(at, locale);
  if (now - at < 6 * DAY && at < now) return format(at, locale, { weekday: 'short' });
  if (new Date(at).getFullYear() === new Date(now).getFullYear()) {
    return format(at, locale, { day: 'numeric', month: 'short' });
  }
  return format(at, locale, { month: '2-digit', year: 'numeric' });
}

/** When a reminder rings, exactly: 18:00 today, Mon 9:00 within a week, 3 Mar 9:00 beyond. */
export function formatMoment(at: number, now: number, locale: string): string {
  const clock = { hour: 'numeric', minute: '2-digit' } as const;
  if (isSameDay(at, now)) return formatTime(at, locale);
  if (Math.abs(at - now) < 6 * DAY) return format(at, locale, { weekday: 'short', ...clock });
  return format(at, locale, { day: 'numeric', month: 'short', ...clock });
}

export function formatTime(at: number, locale: string): string {
  return format(at, locale, { timeStyle: 'short' });
}

/** Rough age for "Updated N ago": whole seconds, minutes or hours. */
export function ageOf(
  at: number,
  now: number,
): { unit: 'seconds' | 'minutes' | 'hours'; count: number } {
  const age = Math.max(0, now - at);
  if (age < MINUTE) return { unit: 'seconds', count: Math.floor(age / 1000) };
  if (age < HOUR) return { unit: 'minutes', count: Math.floor(age / MINUTE) };
  return { unit: 'hours', count: Math.floor(age / HOUR) };
}

export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** Told in UTC, of which the formats know for good; where we are may change while they are kept. */
export function format(at: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const here = at - new Date(at).getTimezoneOffset() * MINUTE;
  return formats(JSON.stringify([locale, options])).format(here);
}

const formats = cached((key: string) => {
  const [locale, options] = JSON.parse(key) as [string, Intl.DateTimeFormatOptions];
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
});
