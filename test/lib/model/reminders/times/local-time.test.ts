import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MINUTE } from '@/lib/base/time';
import {
  momentOfLocal,
  readLocalDateTime,
  localOf,
  type LocalDateTime,
} from '@/lib/model/reminders/times/local-time';
import { inZone, ZONES } from '../../../../helpers/zone';

const NOON = Date.parse('2026-05-20T12:00:00Z');

/** A moment on a clock in a zone, as ISO 8601 in UTC. */
function moment(zone: string, wall: LocalDateTime): string {
  return inZone(zone, () => new Date(momentOfLocal(wall)).toISOString().slice(0, 16));
}

describe('a time of day', () => {
  it.each<[string, string]>([
    ['UTC', '2026-11-23T09:00'],
    ['Europe/Berlin', '2026-11-23T08:00'],
    ['Asia/Tokyo', '2026-11-23T00:00'],
    ['America/New_York', '2026-11-23T14:00'],
    ['Asia/Kolkata', '2026-11-23T03:30'],
    ['Pacific/Kiritimati', '2026-11-22T19:00'],
  ])('is a moment of its own in %s', (zone, utc) => {
    expect(moment(zone, '2026-11-23T09:00')).toBe(utc);
  });

  it.each<[string, LocalDateTime, string]>([
    ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59'],
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30'],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00'],
    ['America/Santiago', '2026-09-06T00:30', '2026-09-06T04:30'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45'],
    ['Pacific/Apia', '2011-12-30T09:00', '2011-12-30T19:00'],
  ])('in %s that the clocks skip is as long after it: %s', (zone, wall, utc) => {
    expect(moment(zone, wall)).toBe(utc);
  });

  it.each<[string, LocalDateTime, string]>([
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45'],
  ])('in %s that comes twice is the first: %s', (zone, wall, utc) => {
    expect(moment(zone, wall)).toBe(utc);
  });
});

describe('what the clock shows', () => {
  it.each([
    ['UTC', '2026-05-20T12:00'],
    ['Europe/Berlin', '2026-05-20T14:00'],
    ['Asia/Kolkata', '2026-05-20T17:30'],
    ['Pacific/Honolulu', '2026-05-20T02:00'],
  ])('in %s at noon in London is %s', (zone, shown) => {
    expect(inZone(zone, () => localOf(NOON))).toBe(shown);
  });

  it.each(ZONES)('in %s is what it shows at the moment that means', (zone) => {
    const minutes = fc.integer({
      min: Date.UTC(2020, 0) / MINUTE,
      max: Date.UTC(2040, 0) / MINUTE,
    });
    const again = fc.property(minutes, (minute) => {
      const wall = localOf(minute * MINUTE);
      expect(localOf(momentOfLocal(wall))).toBe(wall);
      expect(readLocalDateTime(wall)).toBe(wall);
    });
    expect(() => inZone(zone, () => fc.assert(again, { numRuns: 300 }))).not.toThrow();
  });
});

describe('a time of day from outside', () => {
  it.each(['2026-11-23T09:00', '2028-02-29T00:00', '1999-12-31T23:59'])('is read: %s', (wall) => {
    expect(readLocalDateTime(wall)).toBe(wall);
  });

  it.each([
    undefined,
    null,
    '',
    0,
    NOON,
    [],
    ['2026-11-23T09:00'],
    { wall: '2026-11-23T09:00' },
    '2026-11-23',
    '2026-11-23T9:00',
    '2026-11-23T24:00',
    '2026-11-23T09:60',
    '2026-11-23T09:00:00',
    '2026-11-23T09:00Z',
    '2026-11-23T09:00+01:00',
    ' 2026-11-23T09:00',
    '2026-11-23 09:00',
    '2027-02-29T09:00',
    '2026-13-01T09:00',
    '+012026-11-23T09:00',
    'tomorrow',
  ])('is none: %j', (value) => {
    expect(readLocalDateTime(value)).toBeUndefined();
  });

  it('is never anything but one', () => {
    const reading = fc.property(
      fc.oneof(fc.anything(), fc.string({ unit: 'grapheme' })),
      (value) => {
        expect(readLocalDateTime(value) ?? '2000-01-01T00:00').toMatch(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d$/,
        );
      },
    );
    expect(() => fc.assert(reading)).not.toThrow();
  });
});
