import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ERRORS, type ErrorCode } from '@/lib/base/errors';
import { badgeOf } from '@/lib/model/badge/badge';
import type { UnreadCounts } from '@/lib/model/badge/count';
import { DISCONNECTED } from '@/lib/model/connection/status';

const CONNECTED = { isConnected: true };
const CODES = Object.keys(ERRORS) as ErrorCode[];

function tallyOf(total: number): UnreadCounts {
  return { total, byNetwork: total > 0 ? [{ network: 'Signal', count: total }] : [] };
}

describe('the badge', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [99, '99'],
    [999, '999'],
    [1000, '999+'],
    [1_000_000, '999+'],
  ])('shows %d as %j', (total, text) => {
    expect(badgeOf(CONNECTED, tallyOf(total))).toMatchObject({ text, tone: 'normal' });
  });

  it.each([
    [999, '999'],
    [1000, '1k+'],
    [3999, '3k+'],
    [1_000_000, '9k+'],
  ])('shows %d as %j where only three characters fit', (total, text) => {
    expect(badgeOf(CONNECTED, tallyOf(total), { room: 3 }).text).toBe(text);
  });

  it('never has more than four characters, nor any for nothing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(fc.constantFrom(...CODES)), (total, trouble) => {
        const { text } = badgeOf({ ...CONNECTED, ...(trouble && { trouble }) }, tallyOf(total));
        expect(text.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('keeps the last number in grey while Beeper is away', () => {
    const badge = badgeOf({ ...CONNECTED, trouble: 'notRunning' }, tallyOf(12));
    expect(badge).toMatchObject({ text: '12', tone: 'stale', icon: 'offline' });
    expect(badge.trouble).toBe('notRunning');
  });

  it('shows nothing at zero while Beeper is away', () => {
    expect(badgeOf({ ...CONNECTED, trouble: 'notRunning' }, tallyOf(0)).text).toBe('');
  });

  it('gives way to a mark when the token is rejected', () => {
    const badge = badgeOf({ ...CONNECTED, trouble: 'tokenRejected' }, tallyOf(12));
    expect(badge).toMatchObject({ text: '!', tone: 'alert', icon: 'normal' });
  });

  it('is a dot where nothing counts and something is unread', () => {
    expect(badgeOf(CONNECTED, { ...tallyOf(0), hasRest: true }).text).toBe('•');
    expect(badgeOf(CONNECTED, { ...tallyOf(3), hasRest: true }).text).toBe('3');
  });

  it.each([
    [false, '12'],
    [true, ''],
  ])(
    'tells quiet by its shape, and hides the number if that is wanted: %j',
    (hidesNumber, text) => {
      const quiet = { until: '18:00', hidesNumber };
      const badge = badgeOf(CONNECTED, tallyOf(12), { quiet });
      expect(badge).toMatchObject({ text, icon: 'paused', quietUntil: '18:00' });
      const away = badgeOf({ ...CONNECTED, trouble: 'notRunning' }, tallyOf(12), { quiet });
      expect(away).toMatchObject({ text, icon: 'offline' });
      const lost = badgeOf({ ...CONNECTED, trouble: 'tokenRejected' }, tallyOf(12), { quiet });
      expect(lost).toMatchObject({ text: '!', tone: 'alert' });
    },
  );

  it('is empty without a connection, whatever was counted', () => {
    const badge = badgeOf(DISCONNECTED, tallyOf(12));
    expect(badge).toMatchObject({ text: '', tone: 'normal', unreadCounts: tallyOf(0) });
  });
});
