import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE, wholeMinute } from '@/lib/base/time';
import { DEFAULT_HOURS, type DayPreferences } from '@/lib/model/reminders/times/day-preferences';
import { momentOfLocal, localOf } from '@/lib/model/reminders/times/local-time';
import { readTypedTime } from '@/lib/model/reminders/times/typed';
import { PHRASES_HEARD_AT as NOON, TIME_PHRASES } from '../../../../helpers/time-phrases';
import { inZone, ZONES } from '../../../../helpers/zone';

const RHYTHM: DayPreferences = { ...DEFAULT_HOURS, weekend: [6, 0] };

interface Place {
  zone?: string;
  locale?: string;
  dayPreferences?: Partial<DayPreferences>;
}

/** What was understood as the person's clock shows it then: "2026-05-22T15:00", else the trouble. */
function hear(words: string, clock: string, { zone = 'Europe/Berlin', ...place }: Place = {}) {
  return inZone(zone, () => {
    const { locale = 'en-US', dayPreferences } = place;
    const now = new Date(clock).getTime();
    const said = readTypedTime(words, {
      now,
      dayPreferences: { ...RHYTHM, ...dayPreferences },
      locale,
    });
    return said.state === 'ahead' ? localOf(said.at) : said.state;
  });
}

describe('a time in plain words', () => {
  it.each(TIME_PHRASES)('hears %s as %s', (words, moment) => {
    expect(hear(words, NOON)).toBe(moment);
  });

  it.each([
    ['mon', '2026-05-25T08:00', '2026-05-25T09:00'],
    ['mon', '2026-05-25T10:00', '2026-06-01T09:00'],
    ['morning', '2026-05-25T08:00', '2026-05-25T09:00'],
    ['noon', '2026-05-25T08:00', '2026-05-25T12:00'],
    ['midnight', '2026-05-25T01:00', '2026-05-26T00:00'],
    ['next month', '2026-01-31T12:00', '2026-03-03T09:00'],
    ['tomorrow', '2026-12-31T23:30', '2027-01-01T09:00'],
    ['next week', '2026-05-24T12:00', '2026-06-01T09:00'],
    ['29 feb', '2028-02-28T12:00', '2028-02-29T09:00'],
    ['fri 3pm', '2026-05-22T15:00', '2026-05-29T15:00'],
    ['fri 3pm', '2026-05-22T14:59', '2026-05-22T15:00'],
    ['today', '2026-05-20T20:40', '2026-05-20T23:30'],
    ['later', '2026-05-20T00:30', '2026-05-20T03:30'],
    ['today', '2026-05-20T22:10', 'past'],
    ['later today', '2026-05-20T22:10', 'past'],
    ['later', '2026-05-20T22:10', 'past'],
    ['today', '2026-05-20T20:50', 'past'],
    ['tonight', '2026-05-20T18:30', '2026-05-20T20:00'],
    ['tonight', '2026-05-20T21:00', 'past'],
    ['4', '2026-05-20T15:25', '2026-05-20T16:00'],
    ['4:30', '2026-05-20T15:25', '2026-05-20T16:30'],
    ['today 5:15', '2026-05-20T15:25', '2026-05-20T17:15'],
    ['this weekend', '2026-05-22T23:00', '2026-05-23T09:00'],
    ['this weekend', '2026-05-23T08:00', '2026-05-23T09:00'],
    ['weekend', '2026-05-23T08:00', '2026-05-23T09:00'],
    ['this weekend', '2026-05-23T09:00', '2026-05-24T09:00'],
    ['weekend', '2026-05-23T20:00', '2026-05-24T09:00'],
    ['the weekend', '2026-05-24T08:00', '2026-05-24T09:00'],
    ['this weekend', '2026-05-24T10:00', 'past'],
    ['weekend', '2026-05-24T10:00', '2026-05-30T09:00'],
  ])('hears %s at %s as %s', (words, clock, moment) => {
    expect(hear(words, clock)).toBe(moment);
  });

  it.each<[string, string, Place, string]>([
    ['3/4', 'a European', { locale: 'en-GB' }, '2027-04-03T09:00'],
    ['3/4', 'an American', { locale: 'en-US' }, '2027-03-04T09:00'],
    [
      'tomorrow morning',
      'an early bird',
      { dayPreferences: { morning: '05:45' } },
      '2026-05-21T05:45',
    ],
    [
      'tomorrow at 6',
      'an early bird',
      { dayPreferences: { morning: '05:45' } },
      '2026-05-21T06:00',
    ],
    [
      'tomorrow evening',
      'a night owl',
      { dayPreferences: { evening: '21:30' } },
      '2026-05-21T21:30',
    ],
    ['tonight', 'a night owl', { dayPreferences: { evening: '22:30' } }, '2026-05-20T22:30'],
    [
      'tomorrow afternoon',
      'a night owl',
      { dayPreferences: { evening: '20:00' } },
      '2026-05-21T17:00',
    ],
    ['weekend', 'a Friday off', { dayPreferences: { weekend: [5, 6] } }, '2026-05-22T09:00'],
    ['next week', 'a Friday off', { dayPreferences: { weekend: [5, 6] } }, '2026-05-24T09:00'],
  ])('hears %s of %s rightly', (words, _whose, place, moment) => {
    expect(hear(words, NOON, place)).toBe(moment);
  });

  it.each([
    'yesterday',
    'last friday',
    '2 hours ago',
    'now',
    'this morning',
    'today 9am',
    '2020-01-01 9:00',
    '20 may 2026 9:00',
  ])('hears that %s has passed', (words) => {
    expect(hear(words, NOON)).toBe('past');
  });

  it.each([
    '',
    'f',
    'in',
    'in 2',
    'blah',
    '30 feb',
    '25:00',
    '25th',
    'fri 3pm call mom',
    'fri 3pm or sat',
    '10-11am',
    'mon-fri',
    '🦆',
    '(((',
  ])('does not make anything of %j', (words) => {
    expect(hear(words, NOON)).toBe('unclear');
  });

  it('survives whatever is typed', () => {
    const now = Date.parse('2026-05-20T12:10Z');
    const words = fc.oneof(fc.string(), fc.stringMatching(/^[\d:./ apm-]{1,12}$/));
    const survive = fc.property(words, (text) => {
      const said = readTypedTime(text, { now, dayPreferences: RHYTHM, locale: 'en-US' });
      expect(said.state !== 'ahead' || said.at > now).toBe(true);
    });
    expect(() => fc.assert(survive, { numRuns: 200 })).not.toThrow();
  });
});

describe('over the change of clocks, a time in plain words', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28T20:00', 'tomorrow', '2026-03-29T09:00'],
    ['Europe/Berlin', '2026-10-24T20:00', 'tomorrow', '2026-10-25T09:00'],
    ['Europe/Berlin', '2026-03-28T20:00', 'tomorrow 02:30', '2026-03-29T03:30'],
    ['America/New_York', '2026-03-07T20:00', 'sun 9am', '2026-03-08T09:00'],
    ['America/Santiago', '2026-09-05T23:30', 'tomorrow', '2026-09-06T09:00'],
    ['America/Santiago', '2026-09-06T08:00', '9:00', '2026-09-06T09:00'],
    ['Australia/Lord_Howe', '2026-10-03T20:00', 'tomorrow morning', '2026-10-04T09:00'],
    ['Australia/Lord_Howe', '2026-04-04T20:00', 'in a week', '2026-04-11T09:00'],
  ])('in %s at %s keeps the time of day of %s: %s', (zone, clock, words, moment) => {
    expect(hear(words, clock, { zone })).toBe(moment);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T01:30', 'in 1 hour', HOUR],
    ['Europe/Berlin', '2026-03-29T01:30', 'in 2 hours', 2 * HOUR],
    ['Europe/Berlin', '2026-03-28T20:00', 'in 8 hours', 8 * HOUR],
    ['Europe/Berlin', '2026-10-25T01:30', 'in 2 hours', 2 * HOUR],
    ['Europe/Berlin', '2026-10-25T02:10', '20m', 20 * MINUTE],
    ['America/Santiago', '2026-09-05T23:30', 'in 1 hour', HOUR],
    ['Australia/Lord_Howe', '2026-10-04T01:45', '30 min', 30 * MINUTE],
    ['Australia/Lord_Howe', '2026-04-05T01:15', 'in an hour', HOUR],
  ])('in %s at %s holds %s to be as long as it is', (zone, clock, words, length) => {
    inZone(zone, () => {
      const now = new Date(clock).getTime();
      const said = readTypedTime(words, { now, dayPreferences: RHYTHM, locale: 'en-US' });
      expect(said).toStrictEqual({ state: 'ahead', at: now + length });
    });
  });

  const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

  it.each(ZONES)('in %s is heard as it is written, at any moment', (zone) => {
    const moments = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2040, 0) });
    const ahead = fc.integer({ min: 2, max: 400 * 24 * 60 });
    const round = fc.property(moments, ahead, (now, minutes) => {
      const wall = localOf(now + minutes * MINUTE);
      const [year, month = '', rest = ''] = wall.split('-');
      const [day = '', time = ''] = rest.split('T');
      const words = `${Number(day)} ${MONTHS[Number(month) - 1]} ${year} ${time}`;
      const said = readTypedTime(words, { now, dayPreferences: RHYTHM, locale: 'en-US' });
      const at = momentOfLocal(wall);
      // Of a time that comes twice, the first may be over.
      expect(said).toStrictEqual(at > now ? { state: 'ahead', at, wall } : { state: 'past' });
      const length = readTypedTime(`in ${minutes} min`, {
        now,
        dayPreferences: RHYTHM,
        locale: 'en-US',
      });
      expect(length).toStrictEqual({ state: 'ahead', at: wholeMinute(now + minutes * MINUTE) });
    });
    expect(() => inZone(zone, () => fc.assert(round, { numRuns: 200 }))).not.toThrow();
  });
});
