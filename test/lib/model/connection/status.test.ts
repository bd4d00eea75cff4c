import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  DISCONNECTED,
  readStatus,
  type Status,
  withoutTrouble,
  withTrouble,
} from '@/lib/model/connection/status';
import { NOON } from '../../../helpers/clock';

const CONNECTED: Status = {
  isConnected: true,
  baseUrl: 'http://localhost:23373',
  version: '4.3.20',
  accountCount: 3,
  syncedAt: NOON,
  connectedAt: NOON,
};

describe('the status', () => {
  it('is read as it was stored', () => {
    const stored = withTrouble(CONNECTED, 'rateLimited', NOON + 1);
    expect(readStatus(JSON.parse(JSON.stringify(stored)))).toStrictEqual(stored);
  });

  it.each([null, 'connected', {}, { isConnected: 'yes' }])('is not to be had from %j', (value) => {
    expect(readStatus(value)).toBeUndefined();
  });

  it('without a connection is nothing else', () => {
    expect(readStatus({ ...CONNECTED, isConnected: false })).toStrictEqual(DISCONNECTED);
  });

  it('forgets how long to wait when another trouble comes', () => {
    const waiting = withTrouble(CONNECTED, 'rateLimited', NOON + 1);
    expect(withTrouble(waiting, 'notRunning')).not.toHaveProperty('pausedUntil');
  });

  it('leaves out what cannot be right', () => {
    const odd = { isConnected: true, trouble: 'hunger', version: 3, syncedAt: 'soon' };
    expect(readStatus(odd)).toStrictEqual({ isConnected: true });
  });

  it('loses trouble and pause when all is well', () => {
    const well = withoutTrouble(withTrouble(CONNECTED, 'rateLimited', NOON), NOON + 5);
    expect(well).toStrictEqual({ ...CONNECTED, syncedAt: NOON + 5 });
  });

  it('holds nothing it does not know, such as a token', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (more) => {
        const read = readStatus({ ...more, isConnected: true, token: 's3cret' });
        expect(JSON.stringify(read)).not.toContain('s3cret');
      }),
    );
  });
});
