import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DAY, HOUR, MINUTE } from '@/lib/base/time';
import { QUIET_DURATIONS } from '@/lib/model/quiet/override';
import {
  isQuiet,
  type QuietOverride,
  overrideFor,
  quietEndsAt,
  type Quietness,
  quietOffers,
  quietTurnsAt,
  readQuietOverride,
  ringsAt,
} from '@/lib/model/quiet/schedule';
import { DEFAULT_QUIET, neverEnds, type QuietSettings } from '@/lib/model/quiet/settings';
import { DEFAULT_HOURS, type TimeOfDay } from '@/lib/model/reminders/times/day-preferences';
import { momentOfLocal, localOf, type LocalDateTime } from '@/lib/model/reminders/times/local-time';
import { inZone, travelTo, ZONES } from '../../../helpers/zone';

const NIGHTS: QuietSettings = { ...DEFAULT_QUIET, isScheduled: true };
const WEEKENDS: QuietSettings = { ...NIGHTS, days: [0, 6], from: '00:00', to: '00:00' };
const ALWAYS: QuietSettings = { ...WEEKENDS, days: [0, 1, 2, 3, 4, 5, 6] };
const OFFICE: QuietSettings = { ...NIGHTS, days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

function quietness(settings: QuietSettings, pause: QuietOverride | null = null): Quietness {
  return { settings, pause };
}

const at = (wall: string): number => momentOfLocal(wall as LocalDateTime);
const asked = (now: number) => ({ now, hours: DEFAULT_HOURS });
const wallAt = (moment: number | undefined) => moment && localOf(moment);

describe('a schedule', () => {
  // 2026-05-20 is a Wednesday.
  it.each<[string, QuietSettings, string, string | undefined]>([
    ['nothing before it begins', NIGHTS, '2026-05-20T21:59', undefined],
    ['quiet when it begins', NIGHTS, '2026-05-20T22:00', '2026-05-21T07:00'],
    ['quiet after midnight', NIGHTS, '2026-05-21T00:30', '2026-05-21T07:00'],
    ['nothing when it ends', NIGHTS, '2026-05-21T07:00', undefined],
    ['quiet within a day', OFFICE, '2026-05-20T12:00', '2026-05-20T17:00'],
    ['nothing on a day not chosen', OFFICE, '2026-05-23T12:00', undefined],
    ['the night of a chosen day only', { ...NIGHTS, days: [3] }, '2026-05-21T23:00', undefined],
    ['its morning after', { ...NIGHTS, days: [3] }, '2026-05-21T06:00', '2026-05-21T07:00'],
    ['whole days, one after the other', WEEKENDS, '2026-05-23T12:00', '2026-05-25T00:00'],
    ['nothing when switched off', { ...NIGHTS, isScheduled: false }, '2026-05-20T23:00', undefined],
    ['nothing without days', { ...NIGHTS, days: [] }, '2026-05-20T23:00', undefined],
  ])('means %s', (_what, settings, now, end) => {
    expect(wallAt(quietEndsAt(quietness(settings), at(now)))).toBe(end);
  });

  it.each([
    ['2026-03-28T23:00', '2026-03-29T07:00', 7],
    ['2026-10-24T23:00', '2026-10-25T07:00', 9],
  ])('from %s is over at %s though the clocks change: %d hours', (now, end, hours) => {
    travelTo('Europe/Berlin');
    const ends = quietEndsAt(quietness(NIGHTS), at(now)) ?? 0;
    expect(localOf(ends)).toBe(end);
    expect(ends - at(now)).toBe(hours * HOUR);
  });

  it('follows the person to another zone', () => {
    const moment = Date.parse('2026-05-20T21:00:00Z');
    expect(inZone('Europe/Berlin', () => isQuiet(quietness(NIGHTS), moment))).toBe(true);
    expect(inZone('America/New_York', () => isQuiet(quietness(NIGHTS), moment))).toBe(false);
  });

  it('that never ends is over every day, and begins anew', () => {
    const [noon, midnight] = [at('2026-05-20T12:00'), at('2026-05-21T00:00')];
    expect(quietEndsAt(quietness(ALWAYS), noon)).toBe(midnight);
    expect(wallAt(quietEndsAt(quietness(ALWAYS), midnight))).toBe('2026-05-22T00:00');
    const pause = overrideFor('tomorrow', quietness(ALWAYS), asked(noon));
    expect(wallAt(quietEndsAt(quietness(ALWAYS, pause), noon))).toBe('2026-05-22T00:00');
  });

  it.each([
    [ALWAYS, true],
    [{ ...ALWAYS, from: '09:00', to: '09:00' } as const, true],
    [{ ...ALWAYS, isScheduled: false }, false],
    [{ ...ALWAYS, to: '23:59' } as const, false],
    [WEEKENDS, false],
  ])('%j never ends: %s', (settings, isEndless) => {
    expect(neverEnds(settings)).toBe(isEndless);
  });
});

describe('what falls due in quiet', () => {
  it.each([
    ['waits for its end', NIGHTS, '2026-05-20T23:00', '2026-05-20T23:00', '2026-05-21T07:00'],
    ['waits on in the next', NIGHTS, '2026-05-20T23:00', '2026-05-21T22:30', '2026-05-22T07:00'],
    [
      'waits for the day to end',
      ALWAYS,
      '2026-05-20T15:00',
      '2026-05-20T16:00',
      '2026-05-21T00:00',
    ],
    ['and no longer', ALWAYS, '2026-05-20T15:00', '2026-05-21T00:00', '2026-05-21T00:00'],
    ['nor is lost', ALWAYS, '2026-05-20T15:00', '2026-05-23T08:00', '2026-05-21T00:00'],
  ])('%s', (_what, settings, due, now, rings) => {
    expect(wallAt(ringsAt(quietness(settings), at(due), at(now)))).toBe(rings);
  });
});

function offers(moment: string): [string, string][] {
  return quietOffers(at(moment), DEFAULT_HOURS).map(({ wish, pause }) => [
    wish,
    localOf(pause.until),
  ]);
}

describe('a pause', () => {
  const now = at('2026-05-20T12:00');

  it('can be had for these times', () => {
    expect(offers('2026-05-20T12:00')).toStrictEqual([
      ['halfHour', '2026-05-20T12:30'],
      ['hour', '2026-05-20T13:00'],
      ['evening', '2026-05-20T18:00'],
      ['tomorrow', '2026-05-21T09:00'],
    ]);
    expect(offers('2026-05-20T17:30').map(([wish]) => wish)).not.toContain('evening');
  });

  it('ends when it was to end', () => {
    const pause = overrideFor('hour', quietness(DEFAULT_QUIET), asked(now));
    const paused = quietness(DEFAULT_QUIET, pause);
    expect([isQuiet(paused, now), isQuiet(paused, now + HOUR)]).toStrictEqual([true, false]);
    expect(quietEndsAt(paused, now)).toBe(now + HOUR);
  });

  it('that runs into the schedule ends with it', () => {
    const evening = at('2026-05-20T21:30');
    const pause = overrideFor('hour', quietness(NIGHTS), asked(evening));
    expect(wallAt(quietEndsAt(quietness(NIGHTS, pause), evening))).toBe('2026-05-21T07:00');
  });

  it('until tomorrow is over at nine where the person is by then', () => {
    travelTo('Europe/Berlin');
    const paused = quietness(
      DEFAULT_QUIET,
      overrideFor('tomorrow', quietness(DEFAULT_QUIET), asked(now)),
    );
    const end = Date.parse('2026-05-21T09:00:00+09:00');
    expect(inZone('Asia/Tokyo', () => quietEndsAt(paused, now))).toBe(end);
  });

  it('ended in the schedule lets the person be reached until the next time', () => {
    const night = at('2026-05-20T23:00');
    const awake = quietness(NIGHTS, overrideFor('over', quietness(NIGHTS), asked(night)));
    expect(isQuiet(awake, night)).toBe(false);
    expect(isQuiet(awake, at('2026-05-21T06:00'))).toBe(false);
    expect(wallAt(quietTurnsAt(awake, night))).toBe('2026-05-21T22:00');
  });

  it('ended outside of it leaves nothing behind', () => {
    const pause = overrideFor('hour', quietness(NIGHTS), asked(now));
    expect(overrideFor('over', quietness(NIGHTS, pause), asked(now))).toBeNull();
  });

  it('does not last for days because the clock was put back', () => {
    const paused = quietness(
      DEFAULT_QUIET,
      overrideFor('hour', quietness(DEFAULT_QUIET), asked(now)),
    );
    expect(isQuiet(paused, now - 2 * DAY)).toBe(false);
  });

  it('is read as it was stored, and never out of nonsense', () => {
    const pause = overrideFor('tomorrow', quietness(DEFAULT_QUIET), asked(now));
    expect(readQuietOverride(JSON.parse(JSON.stringify(pause)))).toStrictEqual(pause);
    expect(
      [undefined, 7, {}, { isQuiet: true }, { until: now }].map(readQuietOverride),
    ).toStrictEqual(Array.from({ length: 5 }, () => undefined));
  });
});

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':') as TimeOfDay);

const schedules = fc.record({
  isScheduled: fc.boolean(),
  days: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
  from: times,
  to: times,
  hidesBadge: fc.boolean(),
  remindersRing: fc.boolean(),
});

describe('whatever is scheduled and asked for, anywhere', () => {
  it('quiet lasts to its end, and what turns next turns then', () => {
    const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') });
    const wishes = fc.option(fc.constantFrom(...QUIET_DURATIONS));
    fc.assert(
      fc.property(
        schedules,
        moments,
        wishes,
        fc.constantFrom(...ZONES),
        (settings, now, wish, zone) =>
          inZone(zone, () => {
            const pause = wish && overrideFor(wish, quietness(settings), asked(now));
            const all = quietness(settings, pause);
            const end = quietEndsAt(all, now);
            expect(end !== undefined).toBe(isQuiet(all, now));
            const turn = quietTurnsAt(all, now) ?? Infinity;
            expect(turn).toBeGreaterThan(now);
            const isNear = turn - now < 7 * DAY;
            const stays =
              !isNear || isQuiet(all, Math.max(now, turn - MINUTE)) === isQuiet(all, now);
            const begins = !isNear || end !== undefined || isQuiet(all, turn);
            expect([stays, begins]).toStrictEqual([true, true]);
          }),
      ),
      { numRuns: 200 },
    );
  });
});
