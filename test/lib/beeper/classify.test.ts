import { APIError, APIConnectionTimeoutError } from '@beeper/desktop-api/core/error';
import { describe, expect, it } from 'vitest';

import { CompanionError, type ErrorCode } from '@/lib/base/errors';
import { classify, retryAfterMs } from '@/lib/beeper/classify';
import { NOON } from '../../helpers/clock';

const missingChat = { code: 'NOT_FOUND', message: 'Chat not found' };
const missingRoute = { code: 'NOT_FOUND', message: 'Route GET /v1/x not found' };
const noScope = { code: 'forbidden', message: 'The token lacks required scope' };
const noSession = { code: 'forbidden', message: 'A logged-in Matrix session is required' };

function codeOf(status: number, body?: object, headers?: HeadersInit): ErrorCode {
  const error = APIError.generate(status, body, undefined, new Headers(headers));
  return classify(error, NOON).code;
}

describe('an answer that is no success', () => {
  it.each<[number, object | undefined, ErrorCode]>([
    [400, { code: 'VALIDATION_ERROR' }, 'refused'],
    [401, { code: 'unauthorized', message: 'Token expired' }, 'tokenRejected'],
    [401, undefined, 'tokenRejected'],
    [402, undefined, 'refused'],
    [403, noScope, 'readOnly'],
    [403, noSession, 'notSignedIn'],
    [403, { message: 'Please sign in' }, 'notSignedIn'],
    [403, { message: 'Not logged in' }, 'notSignedIn'],
    [403, undefined, 'readOnly'],
    [404, missingChat, 'chatGone'],
    [404, missingRoute, 'tooOld'],
    [404, { code: 'NOT_FOUND', message: 'Chat not found at this path' }, 'chatGone'],
    [404, { error: 'Cannot GET /v1/info' }, 'notBeeper'],
    [404, undefined, 'notBeeper'],
    [405, undefined, 'tooOld'],
    [408, undefined, 'notResponding'],
    [409, undefined, 'serverTrouble'],
    [418, undefined, 'refused'],
    [422, { code: 'VALIDATION_ERROR' }, 'refused'],
    [429, undefined, 'rateLimited'],
    [500, { code: 'INTERNAL_ERROR' }, 'serverTrouble'],
    [501, { code: 'NOT_IMPLEMENTED' }, 'tooOld'],
    [502, undefined, 'serverTrouble'],
    [599, undefined, 'serverTrouble'],
  ])('%d with %j means %s', (status, body, code) => {
    expect(codeOf(status, body)).toBe(code);
  });

  it('404 of a Beeper that names its version means that it is too old', () => {
    expect(codeOf(404, undefined, { 'x-beeper-desktop-version': '4.2.600' })).toBe('tooOld');
  });

  it('tells how long Beeper wants to be left alone', () => {
    const error = APIError.generate(429, undefined, undefined, new Headers({ 'retry-after': '7' }));
    expect(classify(error, NOON).retryAfterMs).toBe(7000);
  });
});

describe('what was thrown', () => {
  it('stays what it is when it has its code', () => {
    const error = new CompanionError('missingToken');
    expect(classify(error, NOON)).toBe(error);
  });

  it('says its code though the SDK has wrapped it', () => {
    const cause = new CompanionError('notBeeper');
    const wrapped = APIError.generate(
      undefined,
      Object.assign(new Error('lost'), { cause }),
      undefined,
      undefined,
    );
    Object.assign(wrapped, { cause });
    expect(classify(wrapped, NOON)).toBe(cause);
  });

  it.each<[unknown, ErrorCode]>([
    [new APIConnectionTimeoutError(), 'notResponding'],
    [APIError.generate(undefined, undefined, undefined, undefined), 'notRunning'],
    [new TypeError('bug'), 'badAnswer'],
    ['text', 'badAnswer'],
    [undefined, 'badAnswer'],
  ])('as %o means %s', (error, code) => {
    expect(classify(error, NOON).code).toBe(code);
  });
});

describe('the wish to be left alone', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '30' }, 30_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': new Date(NOON + 9000).toUTCString() }, 9000],
    [{ 'retry-after': new Date(NOON - 9000).toUTCString() }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ 'retry-after-ms': '1500', 'retry-after': '30' }, 1500],
    [{ 'retry-after-ms': 'x', 'retry-after': '30' }, 30_000],
  ])('%j lasts %j ms', (headers, ms) => {
    expect(retryAfterMs(new Headers(headers), NOON)).toBe(ms);
  });
});
