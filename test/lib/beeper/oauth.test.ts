import { describe, expect, it } from 'vitest';

import { createOAuth } from '@/lib/beeper/oauth';
import { REACH } from '../../helpers/reach';

const BASE = 'http://localhost:23373';

/** A server that answers every request so. */
function answering(status: number, body: unknown) {
  const asked: { url: string; body: string }[] = [];
  const fetch = async (url: RequestInfo | URL, init?: RequestInit) => {
    asked.push({ url: String(url), body: String(init?.body) });
    return new Response(JSON.stringify(body), { status });
  };
  return { oauth: createOAuth(BASE, { ...REACH, fetch }), asked };
}

describe('registering', () => {
  it('uses the endpoints the answer names, if they are with the same Beeper', async () => {
    const { oauth } = answering(201, {
      client_id: 'c',
      authorization_endpoint: `${BASE}/elsewhere`,
      token_endpoint: 'https://evil.example/token',
    });
    expect(await oauth.register('http://127.0.0.1:50000/callback')).toStrictEqual({
      clientID: 'c',
      authorizeUrl: `${BASE}/elsewhere`,
      tokenUrl: `${BASE}/oauth/token`,
    });
  });

  it.each([
    [404, {}, 'signInMissing'],
    [400, { error: 'invalid_redirect_uri' }, 'signInFailed'],
    [200, {}, 'signInFailed'],
    [200, 'nonsense', 'signInFailed'],
  ])('answered %d %j fails as %s', async (status, body, code) => {
    await expect(answering(status, body).oauth.register('http://x')).rejects.toThrow(code);
  });
});

describe('exchanging the code', () => {
  const grant = {
    tokenUrl: `${BASE}/oauth/token`,
    clientID: 'c',
    code: 'code',
    verifier: 'v',
    redirectUri: 'http://127.0.0.1:50000/callback',
  };

  it('sends a form and reads what was granted, not what was asked for', async () => {
    const { oauth, asked } = answering(200, { access_token: 't', scope: 'read', expires_in: 60 });
    expect(await oauth.exchange(grant)).toStrictEqual({
      token: 't',
      scopes: ['read'],
      expiresIn: 60,
    });
    expect(new URLSearchParams(asked[0]?.body).get('code_verifier')).toBe('v');
  });

  it.each([
    [400, { error: 'invalid_grant' }, 'signInExpired'],
    [400, { error: 'invalid_client' }, 'signInFailed'],
    [200, { token_type: 'Bearer' }, 'signInFailed'],
  ])('answered %d %j fails as %s', async (status, body, code) => {
    await expect(answering(status, body).oauth.exchange(grant)).rejects.toThrow(code);
  });
});

describe('asking what a token may do', () => {
  it.each([
    [200, { active: true, scope: 'read write' }, ['read', 'write']],
    [200, { active: false }, undefined],
    [404, {}, undefined],
  ])('answered %d %j is %j', async (status, body, scopes) => {
    expect(await answering(status, body).oauth.scopes('t')).toStrictEqual(scopes);
  });
});
