import { describe, expect, it, vi } from 'vitest';

import {
  minutesOf,
  readTimeOfDay,
  timeOfDay,
  weekendOf,
} from '@/lib/model/reminders/times/day-preferences';

describe('a time of day', () => {
  it.each(['00:00', '09:05', '18:00', '23:59'])('%s is read as it is', (time) => {
    expect(readTimeOfDay(time)).toBe(time);
    expect(timeOfDay(minutesOf(time as `${number}:${number}`))).toBe(time);
  });

  it.each(['', '9:00', '24:00', '12:60', '12:00:00', 12, null, undefined])(
    '%j is none',
    (value) => {
      expect(readTimeOfDay(value)).toBeUndefined();
    },
  );

  it('beyond the day is its last minute', () => {
    expect(timeOfDay(25 * 60)).toBe('23:59');
  });
});

describe('the weekend', () => {
  it.each([
    ['en-US', [6, 0]],
    ['de', [6, 0]],
    ['ar-EG', [5, 6]],
    ['he', [5, 6]],
    ['fa-IR', [5]],
    ['hi-IN', [0]],
  ])('where %s is spoken is %j, the first day first', (locale, days) => {
    expect(weekendOf(locale)).toStrictEqual(days);
  });

  it('is Saturday and Sunday where the browser does not know it', () => {
    vi.stubGlobal('Intl', { Locale: Object });
    expect(weekendOf('ar-EG')).toStrictEqual([6, 0]);
    vi.unstubAllGlobals();
  });
});
