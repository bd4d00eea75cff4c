import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CompanionError } from '@/lib/base/errors';
import {
  DEFAULT_ADDRESS,
  isLoopback,
  patternOf,
  readAddress,
} from '@/lib/model/connection/address';

function read(typed: string): string {
  try {
    return readAddress(typed);
  } catch (error) {
    return error instanceof CompanionError ? error.code : 'threw';
  }
}

describe('an address', () => {
  it.each([
    ['', DEFAULT_ADDRESS],
    ['  ', DEFAULT_ADDRESS],
    ['http://localhost:23373', 'http://localhost:23373'],
    [' http://localhost:23373/ ', 'http://localhost:23373'],
    ['http://localhost:23373/v1/chats?x=1#y', 'http://localhost:23373'],
    ['localhost:23374', 'http://localhost:23374'],
    ['127.0.0.1:23373', 'http://127.0.0.1:23373'],
    ['127.1:23373', 'http://127.0.0.1:23373'],
    ['[::1]:23373', 'http://localhost:23373'],
    ['http://[0:0:0:0:0:0:0:1]:23373', 'http://localhost:23373'],
    ['HTTP://LOCALHOST:23373', 'http://localhost:23373'],
    ['http://localhost', 'http://localhost'],
    ['http://localhost:80', 'http://localhost'],
    ['https://beeper.example.ts.net/', 'https://beeper.example.ts.net'],
    ['https://example.com:8443/', 'https://example.com:8443'],
    ['beeper.example.com', 'https://beeper.example.com'],
    ['https://localhost:23373', 'https://localhost:23373'],
  ])('typed as %j is %s', (typed, address) => {
    expect(read(typed)).toBe(address);
  });

  it.each([
    'ftp://localhost:23373',
    'http://example.com',
    'http://192.168.0.2:23373',
    'http://0.0.0.0:23373',
    'http://127.0.0.2:23373',
    'http://localhost.example.com:23373',
    'http://example.com#localhost',
    'http://localhost@example.com',
    'https://user:secret@example.com',
    'https://example.com/beeper',
    'http://user@localhost:23373',
    'http://user:secret@localhost:23373',
    'http://:secret@localhost:23373',
    'localhost:99999',
    'local host',
    'javascript:alert(1)',
    'http://',
  ])('typed as %j cannot be used', (typed) => {
    expect(read(typed)).toBe('badAddress');
  });

  it('is always an origin, and without https one of this computer', () => {
    const typed = fc.oneof(fc.string(), fc.webUrl(), fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(typed, (text) => {
        expect(read(text)).toMatch(
          /^(http:\/\/(localhost|127\.0\.0\.1)(:\d+)?|https:\/\/[^/\s@]+|badAddress)$/,
        );
      }),
    );
  });

  it.each([
    ['http://localhost:23373', true, 'http://localhost/*'],
    ['http://127.0.0.1:23373', true, 'http://127.0.0.1/*'],
    ['https://localhost:8443', true, 'https://localhost/*'],
    ['https://example.com:8443', false, 'https://example.com/*'],
    ['https://localhost.example.com', false, 'https://localhost.example.com/*'],
  ])(
    'such as %s is on this computer: %s; the browser knows it by %s',
    (address, isHere, pattern) => {
      expect([isLoopback(address), patternOf(address)]).toStrictEqual([isHere, pattern]);
    },
  );
});
