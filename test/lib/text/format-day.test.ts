import { describe, expect, it } from 'vitest';

import { DAY } from '@/lib/base/time';
import { formatDay, formatLength, formatSpan } from '@/lib/text/format-day';
import { NOON } from '../../helpers/clock';

describe('a day', () => {
  it.each([
    [0, 'today'],
    [DAY, 'yesterday'],
    [3 * DAY, 'Sunday, May 17'],
    [400 * DAY, 'April 15, 2025'],
  ])('%i ms ago is %s', (ago, words) => {
    expect(formatDay(NOON - ago, NOON, 'en')).toBe(words);
  });
});

it.each([
  [604_800, '7 days'],
  [86_400, '1 day'],
  [5400, '90 minutes'],
  [90, '90 seconds'],
])('%i s take %s', (seconds, words) => {
  expect(formatSpan(seconds, 'en')).toBe(words);
});

it.each([
  [5, '0:05'],
  [201, '3:21'],
])('%i s of sound are %s', (seconds, words) => {
  expect(formatLength(seconds)).toBe(words);
});
