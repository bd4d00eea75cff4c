import { cached } from '@/lib/base/cached';

/** Day, date and time, so that nobody can take it for another: Fri, May 22, 15:00. */
export function formatExactly(at: number, now: number, locale: string): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return formats(JSON.stringify([locale, isThisYear])).format(at);
}

const formats = cached((key: string) => {
  const [locale, isThisYear] = JSON.parse(key) as [string, boolean];
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  });
});
