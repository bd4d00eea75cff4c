import { describe, expect, it } from 'vitest';

import { newProofKey, randomToken } from '@/lib/beeper/pkce';
import {
  authorizeAddress,
  type Authorization,
  readAuthorization,
  readCode,
  redirectUriAt,
} from '@/lib/model/connection/sign-in';

const UNDER_WAY: Authorization = {
  baseUrl: 'http://localhost:23373',
  clientID: 'client',
  tokenUrl: 'http://localhost:23373/oauth/token',
  redirectUri: 'http://127.0.0.1:50000/callback',
  state: 'ours',
  verifier: 'secret',
};

describe('the code', () => {
  it('is read from the address Beeper sends the tab to', () => {
    const address = `${UNDER_WAY.redirectUri}?code=abc&state=ours`;
    expect(readCode(address, UNDER_WAY)).toBe('abc');
  });

  it.each([
    ['another state', '?code=abc&state=theirs', 'signInFailed'],
    ['no state', '?code=abc', 'signInFailed'],
    ['no code', '?state=ours', 'signInFailed'],
    ['a refusal', '?error=access_denied&state=ours', 'signInDenied'],
    ['a refusal with another state', '?error=access_denied&state=theirs', 'signInFailed'],
    ['another error', '?error=invalid_scope&state=ours', 'signInFailed'],
    ['another path', '/more?code=abc&state=ours', 'signInFailed'],
  ])('is not taken with %s', (_what, rest, code) => {
    expect(() => readCode(UNDER_WAY.redirectUri + rest, UNDER_WAY)).toThrow(code);
  });

  it('is not taken from another port', () => {
    const address = 'http://127.0.0.1:50001/callback?code=abc&state=ours';
    expect(() => readCode(address, UNDER_WAY)).toThrow('signInFailed');
  });
});

describe('the address of consent', () => {
  it('asks for a code with a proof key, and never names the verifier', () => {
    const address = authorizeAddress('http://localhost:23373/oauth/authorize', UNDER_WAY, {
      challenge: 'hash',
      scope: 'read write',
    });
    expect(Object.fromEntries(new URL(address).searchParams)).toStrictEqual({
      client_id: 'client',
      redirect_uri: 'http://127.0.0.1:50000/callback',
      response_type: 'code',
      scope: 'read write',
      state: 'ours',
      code_challenge: 'hash',
      code_challenge_method: 'S256',
    });
  });

  it('sends the tab back to a port nobody is given', () => {
    expect(redirectUriAt(0)).toBe('http://127.0.0.1:49152/callback');
    expect(Number(new URL(redirectUriAt(0.999_999)).port)).toBeLessThanOrEqual(65_535);
  });
});

describe('a proof key', () => {
  it('is the SHA-256 of its verifier', async () => {
    const { verifier, challenge } = await newProofKey();
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    expect(challenge).toBe(Buffer.from(hash).toString('base64url'));
  });

  it('is never the same twice, and fits into an address', () => {
    expect(randomToken(24)).not.toBe(randomToken(24));
    expect(randomToken(200)).toMatch(/^[\w-]+$/);
  });
});

describe('a stored sign-in', () => {
  it('is taken whole or not at all', () => {
    expect(readAuthorization(UNDER_WAY)).toStrictEqual(UNDER_WAY);
    for (const member of Object.keys(UNDER_WAY)) {
      expect(readAuthorization({ ...UNDER_WAY, [member]: undefined })).toBeUndefined();
    }
  });
});
