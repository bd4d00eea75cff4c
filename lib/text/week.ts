import { cached } from '@/lib/base/cached';

export interface WeekDay {
  /** As `Date` counts them: Sunday is 0. */
  day: number;
  /** Mon, and Monday. */
  short: string;
  name: string;
}

type Locale = Intl.Locale & { getWeekInfo?(): unknown; weekInfo?: unknown };

/** The days of the week in their order where this language is spoken; Firefox begins on Monday. */
export const weekOf = cached((locale: string): readonly WeekDay[] => {
  const known: Locale = new Intl.Locale(locale);
  const info = (known.getWeekInfo?.() ?? known.weekInfo) as { firstDay?: number } | undefined;
  const first = info?.firstDay ?? 1;
  const [short, long] = (['short', 'long'] as const).map(
    (weekday) => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }),
  );
  return Array.from({ length: 7 }, (_, index) => {
    const day = (first + index) % 7;
    const date = A_SUNDAY + day * 86_400_000;
    return { day, short: short?.format(date) ?? '', name: long?.format(date) ?? '' };
  });
});

const A_SUNDAY = Date.UTC(2026, 0, 4);
