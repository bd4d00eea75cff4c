import { describe, expect, it } from 'vitest';

import { momentMeant, readRemindChoice } from '../../lib/remind-choice';
import { DEFAULT_HOURS } from '../../lib/rhythm';
import { readTypedTime } from '../../lib/typed-time';
import { wallOf } from '../../lib/wall-time';

const RHYTHM = { ...DEFAULT_HOURS, weekend: [6, 0] };

function meantAt(clock: string, meant: Parameters<typeof momentMeant>[0]): string | undefined {
  const moment = momentMeant(meant, new Date(clock).getTime(), RHYTHM, (words, now) => {
    const said = readTypedTime(words, { now, rhythm: RHYTHM, locale: 'en-US' });
    return said.state === 'ahead' ? said : undefined;
  });
  return moment && wallOf(moment.at);
}

describe('what was meant', () => {
  it('is tomorrow as seen from each day', () => {
    expect(meantAt('2026-05-20T12:00', { preset: 'tomorrow' })).toBe('2026-05-21T09:00');
    expect(meantAt('2026-05-23T22:00', { preset: 'tomorrow' })).toBe('2026-05-24T09:00');
  });

  it('is the next evening once that of today has come', () => {
    expect(meantAt('2026-05-20T18:00', { preset: 'thisEvening' })).toBe('2026-05-21T18:00');
  });

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
