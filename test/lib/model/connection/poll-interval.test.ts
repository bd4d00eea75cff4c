import { describe, expect, it } from 'vitest';

import { MINUTE, SECOND } from '@/lib/base/time';
import { isTrusted, pollInterval } from '@/lib/model/connection/poll-interval';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { NOON } from '../../../helpers/clock';

const LIVE = { isConnected: true, isLive: true };
const every = (status: object, settings: object = {}) =>
  pollInterval(
    { status: { isConnected: true, ...status }, settings: { ...DEFAULT_SETTINGS, ...settings } },
    NOON,
  );

describe('Beeper is asked', () => {
  it.each([
    ['every half minute', {}, {}, 30 * SECOND],
    ['as chosen', {}, { pollSeconds: 120 }, 2 * MINUTE],
    ['every five minutes while it tells by itself', LIVE, {}, 5 * MINUTE],
    ['as chosen for that', LIVE, { safetySeconds: 600 }, 10 * MINUTE],
    ['never more often than otherwise', LIVE, { safetySeconds: 60, pollSeconds: 300 }, 5 * MINUTE],
    ['as ever while something is wrong', { ...LIVE, trouble: 'serverTrouble' }, {}, 30 * SECOND],
    ['as ever after it kept something to itself', { ...LIVE, missedAt: NOON }, {}, 30 * SECOND],
  ])('%s', (_how, status, settings, ms) => {
    expect(every(status, settings)).toBe(ms);
  });
});

it('trust comes back after half an hour', () => {
  const status = { ...LIVE, missedAt: NOON };
  expect(isTrusted(status, NOON + 30 * MINUTE)).toBe(false);
  expect(isTrusted(status, NOON + 30 * MINUTE + 1)).toBe(true);
});
