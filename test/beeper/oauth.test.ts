import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import type { Beeper } from './server';
import { openBeeper, raw, sdk } from './support';

const VERIFIER = 'a-verifier-of-some-length-that-nobody-guesses-0123456789';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const REDIRECT = 'http://127.0.0.1:41234/callback';

async function register(beeper: Beeper, redirect = REDIRECT): Promise<Response> {
  return raw(beeper, '/oauth/register', {
    method: 'POST',
    token: null,
    body: {
      client_name: 'Tester & Co',
      redirect_uris: [redirect],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      scope: 'read write',
      token_endpoint_auth_method: 'none',
    },
  });
}

async function clientID(beeper: Beeper): Promise<string> {
  return ((await (await register(beeper)).json()) as { client_id: string }).client_id;
}

function authorize(beeper: Beeper, query: Record<string, string>): Promise<Response> {
  const all = {
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'read write',
    state: 'st&te',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...query,
  };
  return raw(beeper, `/oauth/authorize?${new URLSearchParams(all).toString()}`, { token: null });
}

function post(beeper: Beeper, path: string, form: Record<string, string>): Promise<Response> {
  return fetch(`${beeper.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
  });
}

async function decide(beeper: Beeper, page: string, decision: string): Promise<URL> {
  const consent = /name="consent" value="(\w+)"/.exec(page)?.[1] ?? '';
  const response = await post(beeper, '/oauth/authorize', { consent, decision });
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}

async function approvedCode(beeper: Beeper, query: Record<string, string> = {}) {
  const client_id = await clientID(beeper);
  const page = await (await authorize(beeper, { client_id, ...query })).text();
  const code = (await decide(beeper, page, 'approve')).searchParams.get('code') ?? '';
  const grant = { grant_type: 'authorization_code', redirect_uri: REDIRECT };
  return { ...grant, client_id, code, code_verifier: VERIFIER };
}

interface TokenAnswer {
  access_token: string;
  expires_in?: number;
  scope: string;
}

async function exchange(beeper: Beeper, form: Record<string, string>): Promise<TokenAnswer> {
  return (await (await post(beeper, '/oauth/token', form)).json()) as TokenAnswer;
}

describe('signing in', () => {
  it('leads from registration over consent to a token that works', async () => {
    const beeper = await openBeeper();
    const answer = await exchange(beeper, await approvedCode(beeper));
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 86_400, scope: 'read write' });
    await expect(sdk(beeper, answer.access_token).accounts.list()).resolves.not.toHaveLength(0);
  });

  it('shows who asks, with two buttons in a form', async () => {
    const beeper = await openBeeper();
    const page = await (await authorize(beeper, { client_id: await clientID(beeper) })).text();
    expect(page).toContain('<span id="app">Tester &amp; Co</span>');
    expect(page).toMatch(/<form method="post".*>Approve<\/button>.*>Deny<\/button>/);
  });

  it('brings state back with the code, and with the refusal', async () => {
    const beeper = await openBeeper();
    const page = async () =>
      (await authorize(beeper, { client_id: await clientID(beeper) })).text();
    const approved = await decide(beeper, await page(), 'approve');
    const denied = await decide(beeper, await page(), 'deny');
    expect(approved.searchParams.get('state')).toBe('st&te');
    expect(Object.fromEntries(denied.searchParams)).toStrictEqual({
      error: 'access_denied',
      state: 'st&te',
    });
  });

  it('asks each question once', async () => {
    const beeper = await openBeeper();
    const page = await (await authorize(beeper, { client_id: await clientID(beeper) })).text();
    await decide(beeper, page, 'deny');
    const consent = /value="(\w+)"/.exec(page)?.[1] ?? '';
    const again = await post(beeper, '/oauth/authorize', { consent, decision: 'approve' });
    expect(again.status).toBe(400);
  });

  it('grants no more than was asked for', async () => {
    const beeper = await openBeeper();
    const { access_token, scope } = await exchange(
      beeper,
      await approvedCode(beeper, { scope: 'read' }),
    );
    expect(scope).toBe('read');
    const focus = sdk(beeper, access_token).chats.archive([...beeper.chats.keys()][0] ?? '');
    await expect(focus).rejects.toMatchObject({ status: 403 });
  });

  it('leaves the lifetime out when there is none', async () => {
    const beeper = await openBeeper({ switches: { tokenLifetimeSeconds: null } });
    const answer = await exchange(beeper, await approvedCode(beeper));
    expect(answer).not.toHaveProperty('expires_in');
  });
});

describe('redirects', () => {
  it.each([
    'http://127.0.0.1:5000/callback',
    'http://localhost/callback',
    'http://[::1]:5000/',
    'https://localhost:8443/x',
    'org.example.companion:/callback',
  ])('may go to %s', async (uri) => {
    const beeper = await openBeeper();
    expect((await register(beeper, uri)).status).toBe(201);
  });

  it.each([
    'https://abcdef.chromiumapp.org/',
    'https://abcdef.extensions.allizom.org/',
    'http://127.0.0.1.example.com/',
    'http://192.168.1.5/callback',
    'chrome-extension://abcdef/callback.html',
    'javascript:alert(1)',
    'http://localhost/callback#part',
    'nonsense',
  ])('may not go to %s', async (uri) => {
    const beeper = await openBeeper();
    const response = await register(beeper, uri);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_redirect_uri' });
  });
});

describe('authorization', () => {
  it.each([
    { response_type: 'token' },
    { redirect_uri: 'http://127.0.0.1:1/other' },
    { code_challenge: '' },
    { code_challenge_method: 'plain' },
    { client_id: 'unknown' },
  ])('with %j is refused on a page of its own', async (query) => {
    const beeper = await openBeeper();
    const response = await authorize(beeper, { client_id: await clientID(beeper), ...query });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('text/html');
  });
});

describe('exchanging a code', () => {
  it('works once', async () => {
    const beeper = await openBeeper();
    const form = await approvedCode(beeper);
    await exchange(beeper, form);
    await expect(exchange(beeper, form)).resolves.toMatchObject({ error: 'invalid_grant' });
  });

  it.each([
    [{ code_verifier: 'another' }, 'invalid_grant'],
    [{ redirect_uri: 'http://127.0.0.1:1/' }, 'invalid_grant'],
    [{ client_id: 'unknown' }, 'invalid_client'],
    [{ grant_type: 'refresh_token' }, 'unsupported_grant_type'],
  ])('with %j is refused as %s', async (wrong, error) => {
    const beeper = await openBeeper();
    const form = { ...(await approvedCode(beeper)), ...wrong };
    const response = await post(beeper, '/oauth/token', form);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error });
  });

  it('spends the code even when it fails', async () => {
    const beeper = await openBeeper();
    const form = await approvedCode(beeper);
    await exchange(beeper, { ...form, code_verifier: 'another' });
    await expect(exchange(beeper, form)).resolves.toMatchObject({ error: 'invalid_grant' });
  });

  it('is too late after five minutes', async () => {
    let now = 0;
    const beeper = await openBeeper({ now: () => now });
    const form = await approvedCode(beeper);
    now = 5 * 60_000;
    await expect(exchange(beeper, form)).resolves.toMatchObject({ error: 'invalid_grant' });
  });
});

describe('tokens', () => {
  it('are looked up, shown to their owner and revoked', async () => {
    const beeper = await openBeeper();
    const token = (await exchange(beeper, await approvedCode(beeper))).access_token;
    const look = async () => (await post(beeper, '/oauth/introspect', { token })).json();
    const user = await raw(beeper, '/oauth/userinfo', { token });
    expect(await user.json()).toMatchObject({ scope: 'read write', token_use: 'access' });
    expect(await look()).toMatchObject({ active: true, scope: 'read write' });
    expect((await post(beeper, '/oauth/revoke', { token })).status).toBe(200);
    expect(await look()).toStrictEqual({ active: false });
    expect((await raw(beeper, '/oauth/userinfo', { token })).status).toBe(401);
  });

  it('that never were are revoked as readily', async () => {
    const beeper = await openBeeper();
    expect((await post(beeper, '/oauth/revoke', { token: 'x' })).status).toBe(200);
    expect((await post(beeper, '/oauth/introspect', {})).status).toBe(400);
  });
});

describe('metadata', () => {
  it.each([
    ['/.well-known/oauth-authorization-server', { code_challenge_methods_supported: ['S256'] }],
    ['/.well-known/oauth-protected-resource', { scopes_supported: ['read', 'write'] }],
    ['/.well-known/oauth-protected-resource/v1', { scopes_supported: ['read', 'write'] }],
  ])('stands at %s', async (path, part) => {
    const beeper = await openBeeper();
    const response = await raw(beeper, path, { token: null });
    expect(await response.json()).toMatchObject(part);
  });
});
