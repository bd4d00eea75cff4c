import { describe, expect, it } from 'vitest';

import { createOAuth } from '@/lib/beeper/oauth';
import type { Authorization } from '@/lib/model/connection/sign-in';
import { REACH } from '../../helpers/reach';

const BASE = 'http://localhost:23373';
const REDIRECT = 'http://127.0.0.1:50000/callback';

interface RequestedActions {
  url: string;
  headers: Headers;
  body: string;
}

/** A server that answers every request so, and takes down what it was asked. */
function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const asked: RequestedActions[] = [];
  const fetch = async (url: RequestInfo | URL, init?: RequestInit) => {
    const sent = new Headers(init?.headers);
    asked.push({ url: String(url), headers: sent, body: String(init?.body) });
    return new Response(JSON.stringify(body), { status, headers });
  };
  return { oauth: createOAuth(BASE, { ...REACH, fetch }), asked };
}

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

const UNDER_WAY: Authorization = {
  baseUrl: BASE,
  clientID: 'client',
  tokenUrl: `${BASE}/elsewhere/token`,
  redirectUri: REDIRECT,
  state: 'ours',
  verifier: 'secret',
};
const ALLOWED = `${REDIRECT}?code=abc&state=ours`;
const TOKEN = { access_token: 't' };

describe('the address the tab comes to', () => {
  it.each([
    ['another state', '?code=abc&state=theirs', 'signInFailed'],
    ['no state', '?code=abc', 'signInFailed'],
    ['two states', '?code=abc&state=ours&state=theirs', 'signInFailed'],
    ['no code', '?state=ours', 'signInFailed'],
    ['an empty code', '?code=&state=ours', 'signInFailed'],
    ['two codes', '?code=abc&code=def&state=ours', 'signInFailed'],
    ['a refusal', '?error=access_denied&state=ours', 'signInDenied'],
    ['a refusal beside a code', '?code=abc&error=access_denied&state=ours', 'signInDenied'],
    ['a refusal with another state', '?error=access_denied&state=theirs', 'signInFailed'],
    ['a refusal without a state', '?error=access_denied', 'signInFailed'],
    ['another error', '?error=invalid_scope&state=ours', 'signInFailed'],
    ['an error without a word', '?code=abc&error=&state=ours', 'signInFailed'],
    ['a token in it', '?code=abc&token=t&state=ours', 'signInFailed'],
    ['another path', '/more?code=abc&state=ours', 'signInFailed'],
  ])('is not taken with %s, and Beeper is asked nothing', async (_what, rest, code) => {
    const { oauth, asked } = answering(200, TOKEN);
    await expect(oauth.finish(UNDER_WAY, REDIRECT + rest)).rejects.toMatchObject({ code });
    expect(asked).toStrictEqual([]);
  });

  it.each(['http://127.0.0.1:50001/callback', 'http://localhost:50000/callback', 'nonsense'])(
    'is not taken from %s',
    async (place) => {
      const { oauth, asked } = answering(200, TOKEN);
      const finished = oauth.finish(UNDER_WAY, `${place}?code=abc&state=ours`);
      await expect(finished).rejects.toMatchObject({ code: 'signInFailed' });
      expect(asked).toStrictEqual([]);
    },
  );

  it.each(['http://127.0.0.1:23373', 'http://localhost:23373/', ''])(
    'may name the issuer %j, which Beeper spells as it likes',
    async (iss) => {
      const { oauth } = answering(200, TOKEN);
      const address = `${ALLOWED}&${new URLSearchParams({ iss })}`;
      expect(await oauth.finish(UNDER_WAY, address)).toMatchObject({ token: 't' });
    },
  );
});

describe('exchanging the code', () => {
  const exchanged = (status: number, body: unknown, headers?: Record<string, string>) =>
    answering(status, body, headers).oauth.finish(UNDER_WAY, ALLOWED);

  it('sends a form to the endpoint that was registered', async () => {
    const { oauth, asked } = answering(200, TOKEN);
    await oauth.finish(UNDER_WAY, ALLOWED);
    expect(asked.map(({ url }) => url)).toStrictEqual([UNDER_WAY.tokenUrl]);
    expect(asked[0]?.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toStrictEqual({
      grant_type: 'authorization_code',
      client_id: 'client',
      code: 'abc',
      code_verifier: 'secret',
      redirect_uri: REDIRECT,
    });
  });

  it('reads what was granted, not what was asked for', async () => {
    expect(
      await exchanged(200, { ...TOKEN, token_type: 'Bearer', scope: 'read', expires_in: 60 }),
    ).toStrictEqual({ token: 't', scopes: ['read'], expiresIn: 60 });
  });

  it.each([
    ['no type', {}],
    ['a type that is none', { token_type: null }],
    ['a type in capitals', { token_type: 'BEARER' }],
    ['no expiry', { expires_in: null }],
    ['an expiry at once', { expires_in: 0 }],
    ['an expiry long ago', { expires_in: -1 }],
    ['an expiry in words', { expires_in: 'soon' }],
    ['a scope that is none', { scope: ['read'] }],
    ['odd members nobody reads', { id_token: 7, refresh_token: null }],
  ])('takes a token with %s', async (_what, more) => {
    const granted = await exchanged(200, { ...TOKEN, ...more });
    expect(granted).toStrictEqual({ token: 't', scopes: ['read', 'write'] });
  });

  it('takes a token whose answer is of another type or status', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await exchanged(201, TOKEN, headers)).toMatchObject({ token: 't' });
  });

  it('hears that a code is spent in spite of a challenge beside it', async () => {
    const challenged = exchanged(401, { error: 'invalid_grant' }, { 'www-authenticate': 'Bearer' });
    await expect(challenged).rejects.toMatchObject({ code: 'signInExpired' });
  });

  it.each([
    [400, { error: 'invalid_grant' }, 'signInExpired'],
    [200, { error: 'invalid_grant', access_token: 't' }, 'signInExpired'],
    [400, { error: 'invalid_client' }, 'signInFailed'],
    [400, { error: ['invalid_grant'] }, 'signInFailed'],
    [403, TOKEN, 'signInFailed'],
    [404, {}, 'signInFailed'],
    [200, { token_type: 'Bearer' }, 'signInFailed'],
    [200, { ...TOKEN, token_type: 'mac' }, 'signInFailed'],
    [200, [TOKEN], 'signInFailed'],
    [429, { error: 'invalid_grant' }, 'rateLimited'],
    [500, { error: 'invalid_grant' }, 'serverTrouble'],
  ])('answered %d %j fails as %s', async (status, body, code) => {
    await expect(exchanged(status, body)).rejects.toMatchObject({ code });
  });
});

describe('asking what a token may do', () => {
  it.each([
    [200, { active: true, scope: 'read write' }, ['read', 'write']],
    [200, { active: true, scope: 'read' }, ['read']],
    [200, { active: true }, ['read', 'write']],
    [200, { active: false }, undefined],
    [200, { active: 'yes', scope: 'read' }, undefined],
    [200, {}, undefined],
    [401, {}, undefined],
    [404, {}, undefined],
    [501, {}, undefined],
  ])('answered %d %j is %j', async (status, body, scopes) => {
    expect(await answering(status, body).oauth.scopes('t')).toStrictEqual(scopes);
  });

  it.each([
    [200, 'nonsense', 'badAnswer'],
    [429, {}, 'rateLimited'],
    [503, {}, 'serverTrouble'],
  ])('answered %d %j fails as %s', async (status, body, code) => {
    await expect(answering(status, body).oauth.scopes('t')).rejects.toMatchObject({ code });
  });
});

describe('what is said about a token', () => {
  it('names the token and no client: a pasted one has none we know', async () => {
    const { oauth, asked } = answering(200, { active: true });
    await oauth.scopes('t&oken');
    await oauth.revoke('t&oken');
    expect(asked.map(({ url }) => url)).toStrictEqual([
      `${BASE}/oauth/introspect`,
      `${BASE}/oauth/revoke`,
    ]);
    for (const { body, headers } of asked) {
      expect(Object.fromEntries(new URLSearchParams(body))).toStrictEqual({
        token: 't&oken',
        token_type_hint: 'access_token',
      });
      expect(headers.has('authorization')).toBe(false);
    }
  });

  it.each([200, 204, 400, 404])('is done with when revoking is answered %d', async (status) => {
    const fetch = async () => new Response(null, { status });
    await expect(createOAuth(BASE, { ...REACH, fetch }).revoke('t')).resolves.toBeUndefined();
  });
});
