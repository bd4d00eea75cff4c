import { describe, expect, it } from 'vitest';

import { DAY, HOUR, MINUTE, SECOND } from '@/lib/base/time';
import { ageOf, formatMoment, formatWhen } from '@/lib/text/format-time';
import { inZone } from '../../helpers/zone';

const NOW = Date.parse('2026-05-20T12:00:00Z');

describe('when a message came', () => {
  it.each([
    ['2026-05-20T09:05:00Z', '11:05'],
    ['2026-05-19T22:30:00Z', '0:30'],
    ['2026-05-19T12:00:00Z', 'Tue'],
    ['2026-05-14T12:00:01Z', 'Thu'],
    ['2026-05-14T11:59:59Z', '14 May'],
    ['2026-01-03T12:00:00Z', '3 Jan'],
    ['2025-12-31T12:00:00Z', '12/2025'],
    ['2026-05-22T12:00:00Z', '22 May'],
  ])('%s is told as %s', (at, told) => {
    const when = () => formatWhen(Date.parse(at), NOW, 'en-GB').replace(/^00:/, '0:');
    expect(inZone('Europe/Berlin', when)).toBe(told);
  });

  it.each([0, -1])('%d is not told', (at) => {
    expect(formatWhen(at, NOW, 'en-GB')).toBe('');
  });

  it('speaks the language of the browser', () => {
    expect(formatWhen(NOW - DAY, NOW, 'de')).toBe('Di');
  });
});

describe('when a reminder rings', () => {
  it.each([
    [NOW + 6 * HOUR, '20:00'],
    [NOW + DAY, 'Thu, 14:00'],
    [NOW - DAY, 'Tue, 14:00'],
    [NOW + 30 * DAY, '19 Jun, 14:00'],
  ])('%d is told as %s', (at, told) => {
    const moment = () =>
      formatMoment(at, NOW, 'en-GB')
        .replace(' at ', ', ')
        .replace(/^(\w{3}) /, '$1, ');
    expect(inZone('Europe/Berlin', moment)).toBe(told);
  });
});

describe('an age', () => {
  it.each([
    [-5, 'seconds', 0],
    [999, 'seconds', 0],
    [59 * SECOND, 'seconds', 59],
    [MINUTE, 'minutes', 1],
    [HOUR - 1, 'minutes', 59],
    [50 * HOUR, 'hours', 50],
  ] as const)('of %d ms is told in %s: %d', (age, unit, count) => {
    expect(ageOf(NOW - age, NOW)).toStrictEqual({ unit, count });
  });
});
