import { describe, expect, it } from 'vitest';

import {
  authorizeAddress,
  type Authorization,
  readAuthorization,
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

describe('a stored sign-in', () => {
  it('is taken whole or not at all', () => {
    expect(readAuthorization(UNDER_WAY)).toStrictEqual(UNDER_WAY);
    for (const member of Object.keys(UNDER_WAY)) {
      expect(readAuthorization({ ...UNDER_WAY, [member]: undefined })).toBeUndefined();
    }
  });
});
