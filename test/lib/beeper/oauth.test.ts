import { describe, expect, it } from 'vitest';

import { createOAuth } from '@/lib/beeper/oauth';
import { answering, BASE, REDIRECT } from '../../helpers/oauth-answers';
import { REACH } from '../../helpers/reach';

const begun = (status: number, body: unknown) => answering(status, body).oauth.begin(REDIRECT);

describe('registering', () => {
  it('says what the companion is, and asks for nothing else first', async () => {
    const { oauth, asked } = answering(201, { client_id: 'c' });
    await oauth.begin(REDIRECT);
    expect(asked.map(({ url }) => url)).toStrictEqual([`${BASE}/oauth/register`]);
    expect(JSON.parse(asked[0]?.body ?? '')).toStrictEqual({
      client_name: 'Companion for Beeper',
      redirect_uris: [REDIRECT],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      scope: 'read write',
      token_endpoint_auth_method: 'none',
    });
    expect(asked[0]?.headers.get('content-type')).toBe('application/json');
  });

  it('uses the endpoints the answer names, if they are with the same Beeper', async () => {
    const { authorization, consentUrl } = await begun(201, {
      client_id: 'c',
      authorization_endpoint: `${BASE}/elsewhere`,
      token_endpoint: 'https://evil.example/token',
    });
    expect(authorization).toMatchObject({
      baseUrl: BASE,
      clientID: 'c',
      tokenUrl: `${BASE}/oauth/token`,
      redirectUri: REDIRECT,
    });
    expect(consentUrl).toContain(`${BASE}/elsewhere?`);
  });

  it.each([
    'http://127.0.0.1:23373/oauth/token',
    'http://localhost:23374/oauth/token',
    'https://localhost:23373/oauth/token',
    'http://localhost:23373@evil.example/oauth/token',
    'nonsense',
    7,
  ])('keeps the token with the Beeper that was asked, not with %s', async (token_endpoint) => {
    const { authorization } = await begun(201, { client_id: 'c', token_endpoint });
    expect(authorization.tokenUrl).toBe(`${BASE}/oauth/token`);
  });

  it.each([
    ['a success that is not "created"', 200, {}],
    ['a client secret without an end', 201, { client_secret: 's3cret' }],
    ['a client secret that is none', 201, { client_secret: null }],
    ['odd echoes', 201, { redirect_uris: 7, client_id_issued_at: 'today', scope: null }],
  ])('takes %s', async (_what, status, more) => {
    const { authorization } = await begun(status, { client_id: 'c', ...more });
    expect(authorization.clientID).toBe('c');
  });

  it.each([
    [404, {}, 'signInMissing'],
    [405, {}, 'signInMissing'],
    [501, {}, 'signInMissing'],
    [400, { error: 'invalid_redirect_uri' }, 'signInFailed'],
    [401, { client_id: 'c' }, 'signInFailed'],
    [403, {}, 'signInFailed'],
    [200, {}, 'signInFailed'],
    [200, { client_id: ' ' }, 'signInFailed'],
    [200, 'nonsense', 'signInFailed'],
    [429, {}, 'rateLimited'],
    [408, {}, 'serverTrouble'],
    [503, {}, 'serverTrouble'],
  ])('answered %d %j fails as %s', async (status, body, code) => {
    await expect(begun(status, body)).rejects.toMatchObject({ code });
  });

  it('sends nothing unencrypted to another computer', async () => {
    const asked: unknown[] = [];
    const fetch = async (url: unknown) => {
      asked.push(url);
      return Response.json({ client_id: 'c' }, { status: 201 });
    };
    const oauth = createOAuth('http://beeper.example', { ...REACH, fetch });
    await expect(oauth.begin(REDIRECT)).rejects.toMatchObject({ code: 'signInFailed' });
    expect(asked).toStrictEqual([]);
  });
});

describe('a sign-in begun', () => {
  it('shows Beeper the SHA-256 of the verifier, and never the verifier', async () => {
    const { authorization, consentUrl } = await begun(201, { client_id: 'c' });
    const { verifier, state } = authorization;
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    expect(Object.fromEntries(new URL(consentUrl).searchParams)).toMatchObject({
      state,
      code_challenge: Buffer.from(hash).toString('base64url'),
      code_challenge_method: 'S256',
    });
    expect(consentUrl).not.toContain(verifier);
  });

  it('has secrets that are never the same twice, and that fit into an address', async () => {
    const sets = await Promise.all([1, 2].map(() => begun(201, { client_id: 'c' })));
    const secrets = sets.flatMap(({ authorization: { state, verifier } }) => [state, verifier]);
    expect(new Set(secrets).size).toBe(4);
    // 256 random bits; https://www.rfc-editor.org/rfc/rfc7636#section-4.1
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43,128}$/);
  });
});
