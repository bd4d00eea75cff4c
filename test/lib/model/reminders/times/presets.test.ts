import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { HOUR } from '@/lib/base/time';
import {
  DEFAULT_HOURS,
  type DayPreferences,
  timeOfDay,
} from '@/lib/model/reminders/times/day-preferences';
import { momentOfLocal } from '@/lib/model/reminders/times/local-time';
import {
  PRESET_NAMES,
  presetAt,
  type PresetName,
  presetsAt,
} from '@/lib/model/reminders/times/presets';
import { inZone, ZONES } from '../../../../helpers/zone';

const RHYTHM: DayPreferences = { ...DEFAULT_HOURS, weekend: [6, 0] };

const MOMENTS = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
const TIMES = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(timeOfDay);
const RHYTHMS: fc.Arbitrary<DayPreferences> = fc.record({
  morning: TIMES,
  evening: TIMES,
  weekend: fc.constantFrom([6, 0], [5, 6], [4, 5], [5], [0]),
});

/** Whether clocks skip this time on the day of a moment. */
function isMissing(at: number, time: string): boolean {
  const date = new Date(at);
  const [hours, minutes] = time.split(':').map(Number);
  date.setHours(hours ?? 0, minutes);
  return date.getHours() !== hours || date.getMinutes() !== minutes;
}

/** The presets as the person reads them on their own clock: day of the week, date, hour. */
function told(
  zone: string,
  clock: string,
  dayPreferences: Partial<DayPreferences> = {},
): Partial<Record<PresetName, string>> {
  return inZone(zone, () => {
    const presets = presetsAt(new Date(clock).getTime(), { ...RHYTHM, ...dayPreferences });
    return Object.fromEntries(presets.map(({ name, at }) => [name, onClock(at)]));
  });
}

function onClock(at: number): string {
  const [weekday, , day, , time = ''] = new Date(at).toString().split(' ');
  const month = new Date(at).getMonth() + 1;
  return `${weekday} ${month}-${day} ${time.slice(0, 5).replace(/^0/, '')}`;
}

describe('the offered moments', () => {
  it.each<[string, string, Partial<Record<PresetName, string>>]>([
    [
      'a Wednesday noon',
      '2026-05-20T12:00',
      {
        inOneHour: 'Wed 5-20 13:00',
        laterToday: 'Wed 5-20 15:00',
        thisEvening: 'Wed 5-20 18:00',
        tomorrow: 'Thu 5-21 9:00',
        thisWeekend: 'Sat 5-23 9:00',
        nextWeek: 'Mon 5-25 9:00',
      },
    ],
    [
      'a Friday, when the weekend is tomorrow',
      '2026-05-22T12:00',
      {
        inOneHour: 'Fri 5-22 13:00',
        laterToday: 'Fri 5-22 15:00',
        thisEvening: 'Fri 5-22 18:00',
        tomorrow: 'Sat 5-23 9:00',
        nextWeek: 'Mon 5-25 9:00',
      },
    ],
    [
      'a Saturday, in the middle of the weekend',
      '2026-05-23T12:00',
      {
        inOneHour: 'Sat 5-23 13:00',
        laterToday: 'Sat 5-23 15:00',
        thisEvening: 'Sat 5-23 18:00',
        tomorrow: 'Sun 5-24 9:00',
        nextWeek: 'Mon 5-25 9:00',
      },
    ],
    [
      'a Sunday, when next week is not what begins tomorrow',
      '2026-05-24T12:00',
      {
        inOneHour: 'Sun 5-24 13:00',
        laterToday: 'Sun 5-24 15:00',
        thisEvening: 'Sun 5-24 18:00',
        tomorrow: 'Mon 5-25 9:00',
        nextWeek: 'Mon 6-01 9:00',
      },
    ],
    [
      'a Monday, when next week is a week away',
      '2026-05-25T08:00',
      {
        inOneHour: 'Mon 5-25 9:00',
        laterToday: 'Mon 5-25 11:00',
        thisEvening: 'Mon 5-25 18:00',
        tomorrow: 'Tue 5-26 9:00',
        thisWeekend: 'Sat 5-30 9:00',
        nextWeek: 'Mon 6-01 9:00',
      },
    ],
    [
      'the last day of the year',
      '2026-12-31T23:30',
      {
        inOneHour: 'Fri 1-01 0:30',
        tomorrow: 'Fri 1-01 9:00',
        thisWeekend: 'Sat 1-02 9:00',
        nextWeek: 'Mon 1-04 9:00',
      },
    ],
    [
      'the last day of a leap February',
      '2028-02-28T20:00',
      {
        inOneHour: 'Mon 2-28 21:00',
        laterToday: 'Mon 2-28 23:00',
        tomorrow: 'Tue 2-29 9:00',
        thisWeekend: 'Sat 3-04 9:00',
        nextWeek: 'Mon 3-06 9:00',
      },
    ],
  ])('on %s', (_day, clock, presets) => {
    expect(told('Europe/Berlin', clock)).toStrictEqual(presets);
  });

  it.each([
    ['2026-05-20T16:58', 'Wed 5-20 18:00'],
    ['2026-05-20T16:59:59', undefined],
    ['2026-05-20T17:00', undefined],
    ['2026-05-20T18:30', undefined],
  ])('name the evening at %s only where an hour from now says less: %j', (clock, evening) => {
    expect(told('UTC', clock).thisEvening).toBe(evening);
  });

  it.each([
    ['Europe/Berlin', '2026-03-28T20:00', 'Sun 3-29 9:00'],
    ['Europe/Berlin', '2026-10-24T20:00', 'Sun 10-25 9:00'],
    ['America/New_York', '2026-03-07T20:00', 'Sun 3-08 9:00'],
    ['America/New_York', '2026-10-31T20:00', 'Sun 11-01 9:00'],
    ['America/Santiago', '2026-09-05T23:30', 'Sun 9-06 9:00'],
    ['America/Santiago', '2026-04-04T20:00', 'Sun 4-05 9:00'],
    ['Australia/Lord_Howe', '2026-10-03T20:00', 'Sun 10-04 9:00'],
    ['Australia/Lord_Howe', '2026-04-04T20:00', 'Sun 4-05 9:00'],
  ])('in %s keep the morning over the change of clocks after %s', (zone, clock, morning) => {
    expect(told(zone, clock).tomorrow).toBe(morning);
  });

  it('hold an hour to be an hour while the clocks change', () => {
    inZone('Europe/Berlin', () => {
      const before = new Date('2026-03-29T01:30').getTime();
      expect(presetsAt(before, RHYTHM)[0]).toStrictEqual({ name: 'inOneHour', at: before + HOUR });
      expect(onClock(before + HOUR)).toBe('Sun 3-29 3:30');
    });
  });

  it.each(ZONES)('are times of day in %s, all but the hour from now', (zone) => {
    inZone(zone, () => {
      const [hour, ...days] = presetsAt(Date.parse('2026-05-20T08:00:00Z'), RHYTHM);
      expect(hour).not.toHaveProperty('wall');
      const moments = days.map(({ wall }) => wall && momentOfLocal(wall));
      expect(moments).toStrictEqual(days.map(({ at }) => at));
    });
  });

  it.each([
    ['2026-05-20T09:10', 'Wed 5-20 12:00'],
    ['2026-05-20T09:16', 'Wed 5-20 12:30'],
    ['2026-05-20T14:00', 'Wed 5-20 17:00'],
    ['2026-05-20T14:20', undefined],
    ['2026-05-20T16:00', undefined],
    ['2026-05-20T17:10', 'Wed 5-20 20:00'],
    ['2026-05-20T20:40', 'Wed 5-20 23:30'],
    ['2026-05-20T20:50', undefined],
  ])('say later today at %s as %j: on a half hour, and apart from the rest', (clock, later) => {
    expect(told('Europe/Berlin', clock).laterToday).toBe(later);
  });

  it.each<[string, string, Partial<DayPreferences>, Partial<Record<PresetName, string>>]>([
    [
      'an early bird',
      '2026-05-20T12:00',
      { morning: '05:45', evening: '20:30' },
      { thisEvening: 'Wed 5-20 20:30', tomorrow: 'Thu 5-21 5:45', thisWeekend: 'Sat 5-23 5:45' },
    ],
    [
      'a weekend of Friday and Saturday',
      '2026-05-20T12:00',
      { weekend: [5, 6] },
      { thisWeekend: 'Fri 5-22 9:00', nextWeek: 'Sun 5-24 9:00' },
    ],
    [
      'a weekend of Sunday alone, tomorrow',
      '2026-05-23T12:00',
      { weekend: [0] },
      { tomorrow: 'Sun 5-24 9:00', nextWeek: 'Mon 5-25 9:00' },
    ],
  ])('follow %s', (_whose, clock, dayPreferences, presets) => {
    expect(told('UTC', clock, dayPreferences)).toMatchObject(presets);
  });

  it.each(ZONES)('lie ahead in %s, are all different and on whole minutes', (zone) => {
    const lie = fc.property(MOMENTS, RHYTHMS, (now, dayPreferences) => {
      const presets = presetsAt(now, dayPreferences);
      const all = presets.map(({ at }) => at);
      expect(all.every((at) => at > now && at % 60_000 === 0)).toBe(true);
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBeGreaterThanOrEqual(2);
      for (const { at, wall } of presets.filter((preset) => preset.wall)) {
        expect(wall && momentOfLocal(wall)).toBe(at);
      }
    });
    expect(() => inZone(zone, () => fc.assert(lie, { numRuns: 200 }))).not.toThrow();
  });

  it.each(ZONES)('keep to the hours and days of the person in %s', (zone) => {
    const keep = fc.property(MOMENTS, RHYTHMS, (now, dayPreferences) => {
      const days = ['tomorrow', 'thisWeekend', 'nextWeek'] as const;
      for (const name of days) {
        const { at, wall = '' } = presetAt(name, now, dayPreferences);
        expect(
          isMissing(at, dayPreferences.morning) || wall.endsWith(`T${dayPreferences.morning}`),
        ).toBe(true);
      }
      const day = (name: PresetName) => new Date(presetAt(name, now, dayPreferences).at).getDay();
      expect(day('thisWeekend')).toBe(dayPreferences.weekend[0]);
      expect(dayPreferences.weekend).not.toContain(day('nextWeek'));
      expect(dayPreferences.weekend).toContain((day('nextWeek') + 6) % 7);
    });
    expect(() => inZone(zone, () => fc.assert(keep, { numRuns: 200 }))).not.toThrow();
  });
});

describe('a name on any day', () => {
  it.each<[PresetName, string, string]>([
    ['inOneHour', '2026-05-20T23:30', 'Thu 5-21 0:30'],
    ['laterToday', '2026-05-20T22:10', 'Thu 5-21 1:00'],
    ['thisEvening', '2026-05-20T12:00', 'Wed 5-20 18:00'],
    ['thisEvening', '2026-05-20T19:00', 'Thu 5-21 18:00'],
    ['tomorrow', '2026-05-31T12:00', 'Mon 6-01 9:00'],
    ['thisWeekend', '2026-05-23T12:00', 'Sat 5-30 9:00'],
    ['nextWeek', '2026-05-24T12:00', 'Mon 6-01 9:00'],
  ])('means by %s at %s: %s', (name, clock, moment) => {
    inZone('Europe/Berlin', () => {
      expect(onClock(presetAt(name, new Date(clock).getTime(), RHYTHM).at)).toBe(moment);
    });
  });

  it.each(ZONES)('is always ahead in %s', (zone) => {
    const ahead = fc.property(MOMENTS, RHYTHMS, (now, dayPreferences) => {
      for (const name of PRESET_NAMES)
        expect(presetAt(name, now, dayPreferences).at).toBeGreaterThan(now);
    });
    expect(() => inZone(zone, () => fc.assert(ahead, { numRuns: 200 }))).not.toThrow();
  });
});
