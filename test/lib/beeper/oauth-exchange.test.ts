import { describe, expect, it } from 'vitest';

import { createOAuth } from '@/lib/beeper/oauth';
import { ALLOWED, answering, BASE, REDIRECT, TOKEN, UNDER_WAY } from '../../helpers/oauth-answers';
import { REACH } from '../../helpers/reach';

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

const exchanged = (status: number, body: unknown, headers?: Record<string, string>) =>
  answering(status, body, headers).oauth.finish(UNDER_WAY, ALLOWED);

describe('exchanging the code', () => {
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
