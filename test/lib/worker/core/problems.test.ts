import { describe, expect, it } from 'vitest';

import { CompanionError, type ErrorCode } from '@/lib/base/errors';
import { MINUTE, SECOND } from '@/lib/base/time';
import type { Status } from '@/lib/model/connection/status';
import { ITEMS, type Slices } from '@/lib/storage/items';
import { noted, troubled } from '@/lib/worker/core/problems';
import type { State } from '@/lib/worker/core/state';
import { NOON } from '../../../helpers/clock';

/** The state of a connection that was well a moment ago. */
function stateWith(status: Partial<Status> = {}): State {
  const slices = Object.entries(ITEMS).map(([name, { fallback }]) => [name, fallback]);
  return {
    ...(Object.fromEntries(slices) as Slices),
    status: { isConnected: true, syncedAt: NOON, ...status },
    chats: new Map(),
  };
}

function after(code: ErrorCode, status: Partial<Status> = {}, retryAfterMs?: number): Status {
  const error = new CompanionError(code, retryAfterMs);
  return troubled(stateWith(status), error, 'poll', NOON).status;
}

describe('a trouble', () => {
  it('is told, counted and noted, and nothing else changes', () => {
    const state = stateWith();
    const now = troubled(state, new CompanionError('badAnswer'), 'archive', NOON);
    expect(now).toStrictEqual({
      ...state,
      status: { ...state.status, trouble: 'badAnswer', failures: 1 },
      logEntries: [{ code: 'badAnswer', during: 'archive', first: NOON, last: NOON, times: 1 }],
    });
  });

  it('that is over for the connection may still be noted', () => {
    const state = stateWith();
    const { status, logEntries } = noted(state, 'refused', 'mute', NOON);
    expect(status).toBe(state.status);
    expect(logEntries).toMatchObject([{ code: 'refused', during: 'mute' }]);
  });
});

describe('a pause', () => {
  it.each([
    [0, 4],
    [1, 8],
    [2, 16],
    [3, 20],
    [4, 20],
    [1000, 20],
  ])('after %d failures before, not told how long, is %d s', (failures, seconds) => {
    const { pausedUntil } = after('rateLimited', { failures });
    expect(pausedUntil).toBe(NOON + seconds * SECOND);
  });

  it.each([
    ['rateLimited', 7 * SECOND, 7 * SECOND],
    ['serverTrouble', 7 * SECOND, 7 * SECOND],
    ['rateLimited', 24 * 60 * MINUTE, 5 * MINUTE],
    ['rateLimited', Infinity, 5 * MINUTE],
  ] as const)('of %s that asks for %d ms is %d ms', (code, asked, kept) => {
    expect(after(code, { failures: 9 }, asked).pausedUntil).toBe(NOON + kept);
  });

  it.each(['notRunning', 'badAnswer', 'serverTrouble', 'tokenRejected'] as const)(
    'is not kept for %s, which asks for none',
    (code) => {
      expect(after(code, { failures: 9 }).pausedUntil).toBeUndefined();
    },
  );
});

function opened(ago: number): Partial<Status> {
  return { openedAt: NOON - ago };
}

describe('a Beeper that was opened from here and does not answer', () => {
  it.each([
    ['that was never opened', {}, 'notRunning'],
    ['that was opened just now', opened(SECOND), 'notRunning'],
    ['that has had 20 s to start', opened(20 * SECOND), 'notRunning'],
    ['that has had longer than that', opened(20 * SECOND + 1), 'apiOff'],
    ['opened almost half an hour ago', opened(30 * MINUTE - 1), 'apiOff'],
    ['opened so long ago that it may be closed again', opened(30 * MINUTE), 'notRunning'],
    ['opened in a future the clock was put back from', opened(-MINUTE), 'notRunning'],
  ] as const)('%s: %s is %s', (_when, status, code) => {
    expect(after('notRunning', status).trouble).toBe(code);
  });

  it('is noted as what it is taken for', () => {
    const error = new CompanionError('notRunning');
    const { logEntries } = troubled(stateWith(opened(MINUTE)), error, 'poll', NOON);
    expect(logEntries).toMatchObject([{ code: 'apiOff' }]);
  });

  it.each(['notResponding', 'notBeeper', 'notAllowed', 'tokenRejected', 'badAnswer'] as const)(
    'is only inferred from silence, never from %s',
    (code) => {
      expect(after(code, opened(MINUTE)).trouble).toBe(code);
    },
  );
});
