import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type PresetName, presetsAt } from '../../lib/presets';
import { HOUR } from '../../lib/time';
import { momentOfWall } from '../../lib/wall-time';
import { inZone, ZONES } from '../helpers/zone';

/** The presets as the person reads them on their own clock: day of the week, date, hour. */
function told(zone: string, clock: string): Partial<Record<PresetName, string>> {
  return inZone(zone, () => {
    const presets = presetsAt(new Date(clock).getTime());
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
      expect(presetsAt(before)[0]).toStrictEqual({ name: 'inOneHour', at: before + HOUR });
      expect(onClock(before + HOUR)).toBe('Sun 3-29 3:30');
    });
  });

  it.each(ZONES)('are times of day in %s, all but the hour from now', (zone) => {
    inZone(zone, () => {
      const [hour, ...days] = presetsAt(Date.parse('2026-05-20T08:00:00Z'));
      expect(hour).not.toHaveProperty('wall');
      const moments = days.map(({ wall }) => wall && momentOfWall(wall));
      expect(moments).toStrictEqual(days.map(({ at }) => at));
    });
  });

  it.each(ZONES)('lie ahead in %s, are all different and on whole minutes', (zone) => {
    const moments = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
    const lie = fc.property(moments, (now) => {
      const all = presetsAt(now).map(({ at }) => at);
      expect(all.every((at) => at > now && at % 60_000 === 0)).toBe(true);
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBeGreaterThanOrEqual(3);
    });
    expect(() => inZone(zone, () => fc.assert(lie))).not.toThrow();
  });
});
