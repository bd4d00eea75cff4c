import type { IncomingHttpHeaders, RequestListener } from 'node:http';

import { describe, expect, it } from 'vitest';

import { probe } from '@/lib/beeper/probe';
import type { Kind } from '@/lib/model/connection/discovery';
import { AGES, APP_VERSION } from '../../beeper/age';
import type { Fault } from '../../beeper/faults/list';
import { openBeeper } from '../../beeper/support';
import type { Switches } from '../../beeper/switches';
import { REACH } from '../../helpers/reach';
import { serve } from '../../helpers/server';

/** Who a server of one's own is taken for, and the headers of all it was asked. */
async function look(handle: RequestListener, timeoutMs = REACH.timeoutMs) {
  const asked: IncomingHttpHeaders[] = [];
  const url = await serve((request, response) => {
    asked.push(request.headers);
    handle(request, response);
  });
  return { seen: await probe(url, { ...REACH, timeoutMs }), asked, url };
}

/** A server with one answer to everything. */
function says(status: number, body: unknown, headers: Record<string, string> = {}) {
  const isText = typeof body === 'string';
  const type = isText ? 'text/html' : 'application/json';
  const handle: RequestListener = (_request, response) => {
    response
      .writeHead(status, { 'content-type': type, ...headers })
      .end(isText ? body : JSON.stringify(body));
  };
  return handle;
}

/** A server that has these answers and knows nothing else. */
function has(answers: Record<string, RequestListener>): RequestListener {
  const missing = says(404, { error: 'no such thing' });
  return (request, response) => (answers[request.url ?? ''] ?? missing)(request, response);
}

const PAGE = '<!doctype html><title>Router</title>';
const VERSION = { 'x-beeper-desktop-version': '4.1.300' };
const REFUSAL = { code: 'unauthorized', message: 'Missing access token' };

describe('a Beeper', () => {
  it.each(AGES)('of age %s is known by its version', async (age) => {
    const beeper = await openBeeper({ age, chats: 0 });
    const version = APP_VERSION[age];
    expect(await probe(beeper.url, REACH)).toStrictEqual({
      who: 'beeper',
      discovered: { baseUrl: beeper.url, name: 'Beeper', kind: 'desktop', version },
    });
  });

  it.each<[string, Partial<Switches>, string, Kind]>([
    ['nightly', { bundleID: 'com.automattic.beeper.nightly' }, 'Beeper Nightly', 'nightly'],
    ['without a window', { bundleID: 'com.automattic.beeper.server' }, 'Beeper Server', 'server'],
    ['under a name of its own', { appName: 'Beeper Beta' }, 'Beeper Beta', 'desktop'],
  ])('%s is told apart', async (_which, switches, name, kind) => {
    const { url } = await openBeeper({ chats: 0, switches });
    expect(await probe(url, REACH)).toMatchObject({ who: 'beeper', discovered: { name, kind } });
  });

  it.each<Fault>(['signed-out', '401', '429', '500', '503', 'html-502', 'json-null'])(
    'that answers with %s is a Beeper still, for it says its version',
    async (fault) => {
      const beeper = await openBeeper({ chats: 0 });
      await beeper.fault(fault);
      expect(await probe(beeper.url, REACH)).toMatchObject({ who: 'beeper' });
    },
  );

  it('behind something that drops its headers is known by what it tells', async () => {
    const app = { name: 'Beeper', version: '4.3.20' };
    const { seen } = await look(has({ '/v1/info': says(200, { app, server: {} }) }));
    expect(seen).toMatchObject({ who: 'beeper', discovered: { version: '4.3.20' } });
  });

  it('that tells nobody about itself is known by the way it refuses', async () => {
    const { seen } = await look(says(401, REFUSAL));
    expect(seen).toMatchObject({ who: 'beeper', discovered: { name: 'Beeper' } });
  });

  it.each([
    ['its version', {}, VERSION],
    ['the way it refuses', REFUSAL, {}],
  ])('without an info page is known by %s', async (_what, body, headers) => {
    const { seen } = await look(has({ '/v1/accounts': says(401, body, headers) }));
    expect(seen).toMatchObject({ who: 'beeper' });
  });
});

describe('somebody else', () => {
  it.each<[string, RequestListener]>([
    ['shows a page', says(200, PAGE)],
    ['shows a page for what is missing', says(404, PAGE)],
    ['wants a password', says(401, PAGE, { 'www-authenticate': 'Basic' })],
    ['answers JSON', says(200, { status: 'ok' })],
    ['answers JSON with a name', says(200, { app: { name: 'Router' } })],
    ['answers a list', says(200, [{ app: { name: 'Beeper' }, server: {} }])],
    ['answers null', says(200, null)],
    ['knows nothing', has({})],
    ['allows nothing', says(405, { error: 'method' })],
    ['has accounts of its own', has({ '/v1/accounts': says(200, [{ id: 1 }]) })],
    ['sends elsewhere', says(302, '', { location: 'http://elsewhere.invalid/' })],
    ['says no version worth the name', says(200, {}, { 'x-beeper-desktop-version': '<b>' })],
  ])('%s, and is a stranger', async (_what, handle) => {
    expect((await look(handle)).seen).toStrictEqual({ who: 'stranger' });
  });

  it.each([401, 403])('that refuses with %d in its own words may be a Beeper', async (status) => {
    const seen = (await look(says(status, { error: 'not for you' }))).seen;
    expect(seen).toStrictEqual({ who: 'guarded' });
  });

  it.each([
    [429, 'rateLimited'],
    [500, 'serverTrouble'],
    [502, 'serverTrouble'],
    [503, 'serverTrouble'],
  ])('in trouble %d may be a Beeper: %s', async (status, code) => {
    for (const body of [PAGE, { error: 'trouble' }]) {
      expect((await look(says(status, body))).seen).toStrictEqual({ who: 'unclear', code });
    }
  });

  it.each<[string, RequestListener]>([
    ['sends too much', says(200, 'x'.repeat(300 * 1024))],
    ['hangs up in the middle', (_request, response) => void cutOff(response)],
  ])('that %s cannot be told from a Beeper', async (_what, handle) => {
    expect((await look(handle)).seen).toStrictEqual({ who: 'unclear', code: 'badAnswer' });
  });

  it('in trouble with what is asked last may be an old Beeper', async () => {
    const { seen } = await look(has({ '/v1/accounts': says(500, PAGE) }));
    expect(seen).toStrictEqual({ who: 'unclear', code: 'serverTrouble' });
  });
});

describe('nobody', () => {
  it('is at a closed port', async () => {
    const { url, down } = await gone();
    await down();
    expect(await probe(url, REACH)).toStrictEqual({ who: 'nobody', code: 'notRunning' });
  });

  it('is where a call is taken and never answered, which is not waited for', async () => {
    const { seen } = await look(() => undefined, 50);
    expect(seen).toStrictEqual({ who: 'nobody', code: 'notResponding' });
  });

  it('is where the browser does not let us look', async () => {
    const { url, down } = await gone();
    await down();
    const seen = await probe(url, { ...REACH, isAllowed: never });
    expect(seen).toStrictEqual({ who: 'nobody', code: 'notAllowed' });
  });
});

describe('whoever is asked', () => {
  it.each<[string, RequestListener]>([
    ['a stranger', says(200, PAGE)],
    ['somebody without an info page', has({ '/v1/accounts': says(401, REFUSAL) })],
    ['somebody who asks for it', says(401, REFUSAL, { 'www-authenticate': 'Bearer' })],
  ])('is shown no token and no cookie: %s', async (_who, handle) => {
    const { asked } = await look(handle);
    expect(asked).not.toHaveLength(0);
    expect(asked.filter(({ authorization, cookie }) => authorization ?? cookie)).toStrictEqual([]);
  });

  it.each(AGES)('is asked twice at most: Beeper %s', async (age) => {
    const beeper = await openBeeper({ age, chats: 0 });
    await probe(beeper.url, REACH);
    expect(beeper.requests.length).toBeLessThanOrEqual(2);
    expect(beeper.requests.filter(({ headers }) => headers.authorization)).toStrictEqual([]);
  });
});

function never(): Promise<boolean> {
  return Promise.resolve(false);
}

function cutOff(response: Parameters<RequestListener>[1]): void {
  response.writeHead(200, { 'content-length': 100 });
  response.write('{"app"', () => response.socket?.destroy());
}

/** A Beeper that can go away; its port is then closed. */
async function gone() {
  const beeper = await openBeeper({ chats: 0 });
  return { url: beeper.url, down: () => beeper.fault('down') };
}
