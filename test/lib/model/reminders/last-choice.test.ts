import { describe, expect, it } from 'vitest';

import { momentOfSpec, readRemindChoice } from '@/lib/model/reminders/last-choice';
import { DEFAULT_HOURS } from '@/lib/model/reminders/times/day-preferences';
import { localOf } from '@/lib/model/reminders/times/local-time';
import type { PresetName } from '@/lib/model/reminders/times/presets';
import { readTypedTime } from '@/lib/model/reminders/times/typed';

const RHYTHM = { ...DEFAULT_HOURS, weekend: [6, 0] };

function meantAt(clock: string, meant: Parameters<typeof momentOfSpec>[0]): string | undefined {
  const moment = momentOfSpec(meant, new Date(clock).getTime(), RHYTHM, (words, now) => {
    const said = readTypedTime(words, { now, dayPreferences: RHYTHM, locale: 'en-US' });
    return said.state === 'ahead' ? said : undefined;
  });
  return moment && localOf(moment.at);
}

describe('what was meant', () => {
  it('is tomorrow as seen from each day', () => {
    expect(meantAt('2026-05-20T12:00', { preset: 'tomorrow' })).toBe('2026-05-21T09:00');
    expect(meantAt('2026-05-23T22:00', { preset: 'tomorrow' })).toBe('2026-05-24T09:00');
  });

  it.each<[PresetName, string, string | undefined]>([
    ['laterToday', '2026-05-20T12:10', '2026-05-20T15:00'],
    ['laterToday', '2026-05-20T22:10', undefined],
    ['thisEvening', '2026-05-20T17:30', '2026-05-20T18:00'],
    ['thisEvening', '2026-05-20T18:00', undefined],
    ['thisWeekend', '2026-05-22T23:00', '2026-05-23T09:00'],
    ['thisWeekend', '2026-05-23T08:00', '2026-05-23T09:00'],
    ['thisWeekend', '2026-05-23T12:00', '2026-05-24T09:00'],
    ['thisWeekend', '2026-05-24T12:00', undefined],
    ['nextWeek', '2026-05-24T12:00', '2026-06-01T09:00'],
    ['inOneHour', '2026-05-20T23:30', '2026-05-21T00:30'],
  ])('by %s at %s is not quietly another day: %s', (preset, clock, moment) => {
    expect(meantAt(clock, { preset })).toBe(moment);
  });

  it.each(['today', 'this weekend', 'this evening'])(
    'by %s is nothing once it is over',
    (words) => {
      expect(meantAt('2026-05-24T22:10', { words })).toBeUndefined();
    },
  );

  it('is understood anew where it was typed', () => {
    expect(meantAt('2026-05-20T12:00', { words: 'fri 3pm' })).toBe('2026-05-22T15:00');
    expect(meantAt('2026-05-23T12:00', { words: 'fri 3pm' })).toBe('2026-05-29T15:00');
  });

  it('is nothing any more where it lies in the past', () => {
    expect(meantAt('2026-05-23T12:00', { words: '20 may 2026 9:00' })).toBeUndefined();
  });
});

describe('a kept choice', () => {
  const way = { dismissOnIncoming: true, archives: false };

  it.each([
    { meant: { preset: 'tomorrow' }, ...way },
    { meant: { words: 'fri 3pm' }, ...way },
  ])('%j is read as it was written', (choice) => {
    expect(readRemindChoice(JSON.parse(JSON.stringify(choice)))).toStrictEqual(choice);
  });

  it.each([null, 'tomorrow', {}, { meant: {} }, { meant: { preset: 'someday' } }, { meant: 3 }])(
    '%j is none',
    (value) => {
      expect(readRemindChoice(value)).toBeUndefined();
    },
  );
});
