import { describe, expect, it } from 'vitest';

import { wantedSocket } from '@/lib/beeper/live/wanted-socket';
import type { Status } from '@/lib/model/connection/status';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';

const CONNECTION = { baseUrl: 'http://localhost:23373', token: 's3cret' };
const WANTING = {
  connection: CONNECTION,
  status: { isConnected: true, version: '4.3.20' } as Status,
  settings: DEFAULT_SETTINGS,
};

describe('the live socket that is wanted', () => {
  it.each([
    ['http://localhost:23373', 'ws://localhost:23373/v1/ws'],
    ['http://127.0.0.1:23380', 'ws://127.0.0.1:23380/v1/ws'],
    ['https://beeper.example.com', 'wss://beeper.example.com/v1/ws'],
  ])('of a Beeper at %s is %s', (baseUrl, url) => {
    expect(wantedSocket({ ...WANTING, connection: { ...CONNECTION, baseUrl } })).toBe(url);
  });

  it('is one also where Beeper does not say how old it is, and where it is away', () => {
    expect(wantedSocket({ ...WANTING, status: { isConnected: true } })).toBeDefined();
    const status: Status = { ...WANTING.status, trouble: 'notRunning' };
    expect(wantedSocket({ ...WANTING, status })).toBeDefined();
  });

  it.each([
    ['without a connection', { connection: null }],
    ['that the person does not want', { settings: { ...DEFAULT_SETTINGS, isInstant: false } }],
    ['of a Beeper that has none', { status: { isConnected: true, version: '4.1.300' } }],
    [
      'with a token that is rejected',
      { status: { ...WANTING.status, trouble: 'tokenRejected' as const } },
    ],
    ['of somebody else', { status: { ...WANTING.status, trouble: 'notBeeper' as const } }],
  ])('is none %s', (_when, change) => {
    expect(wantedSocket({ ...WANTING, ...change })).toBeUndefined();
  });
});
