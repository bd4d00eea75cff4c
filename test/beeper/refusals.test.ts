import { describe, expect, it } from 'vitest';

import { chatPath, findChat, openBeeper, raw, sdk } from './support';

describe('tokens', () => {
  it.each([
    ['none', null, 'Missing access token'],
    ['a made-up one', 'nonsense', 'Invalid access token'],
  ])('%s: 401', async (_name, token, message) => {
    const beeper = await openBeeper();
    const response = await raw(beeper, '/v1/accounts', { token });
    expect(response.status).toBe(401);
    expect(await response.json()).toStrictEqual({ message, code: 'unauthorized' });
  });

  it('stop working when they are revoked or expire', async () => {
    const beeper = await openBeeper();
    beeper.revoke(beeper.readOnlyToken);
    beeper.expire(beeper.token);
    const message = async (token: string) =>
      ((await (await raw(beeper, '/v1/accounts', { token })).json()) as { message: string })
        .message;
    await expect(message(beeper.readOnlyToken)).resolves.toBe('Invalid access token');
    await expect(message(beeper.token)).resolves.toBe('Token expired');
  });

  it('expire by the clock', async () => {
    let now = 0;
    const beeper = await openBeeper({ now: () => now });
    const token = beeper.issueToken(['read'], { lifetimeMs: 1_000 });
    expect((await raw(beeper, '/v1/accounts', { token })).status).toBe(200);
    now = 1_000;
    expect((await raw(beeper, '/v1/accounts', { token })).status).toBe(401);
  });

  it('that only read may not write', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ isArchived }) => !isArchived);
    const client = sdk(beeper, beeper.readOnlyToken);
    await expect(client.chats.retrieve(chat.id)).resolves.toMatchObject({ id: chat.id });
    await expect(client.chats.archive(chat.id)).rejects.toMatchObject({
      status: 403,
      error: { code: 'forbidden' },
    });
    expect(chat.isArchived).toBe(false);
  });

  it('that only read get 401 for a write where the app was seen to do so', async () => {
    const beeper = await openBeeper({ switches: { writeRefusal: 401 } });
    const chat = findChat(beeper, () => true);
    const archive = sdk(beeper, beeper.readOnlyToken).chats.archive(chat.id);
    await expect(archive).rejects.toMatchObject({ status: 401 });
  });

  it('are not taken from the query unless that is switched on', async () => {
    const beeper = await openBeeper();
    const path = `/v1/assets/serve?url=mxc%3A%2F%2Fa%2Fb&dangerouslyUseTokenInQuery=${beeper.token}`;
    expect((await raw(beeper, path, { token: null })).status).toBe(401);
    beeper.switches.tokenInQuery = true;
    expect((await raw(beeper, path, { token: null })).status).toBe(200);
  });
});

describe('refusals', () => {
  it.each([
    ['GET', '/v1/chats/nowhere', 'Chat not found'],
    ['GET', '/v1/chats/nowhere/messages', 'Chat not found'],
    ['POST', '/v1/chats/nowhere/archive', 'Chat not found'],
    ['GET', '/v1/nothing', 'Route not found'],
    ['DELETE', '/v1/chats', 'Route not found'],
    ['OPTIONS', '/v1/chats', 'Route not found'],
    ['GET', '/', 'Route not found'],
  ])('%s %s: 404 %s', async (method, path, message) => {
    const beeper = await openBeeper();
    const response = await raw(beeper, path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toStrictEqual({ message, code: 'NOT_FOUND' });
  });

  it.each([
    ['/archive', { archived: 'yes' }],
    ['/archive', { archive: true }],
    ['/archive', { archived: null }],
    ['/archive', '{"archived":'],
    ['/archive', '"true"'],
    ['/read', { messageID: 5 }],
    ['/read', { upTo: 'x' }],
    ['/unread', []],
    ['/notify-anyway', { now: true }],
  ])('%s with %j: 400', async (action, body) => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, () => true);
    const before = { ...chat };
    const response = await raw(beeper, chatPath(chat, action), { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'VALIDATION_ERROR',
      details: { issues: [{ path: expect.any(Array) as unknown }] },
    });
    expect(chat).toStrictEqual(before);
  });

  it.each([
    { isUnread: false },
    { isMuted: 'forever' },
    { messageExpirySeconds: -1 },
    { draft: 'x' },
  ])('a change of %j: 400', async (body) => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, () => true);
    expect((await raw(beeper, chatPath(chat), { method: 'PATCH', body })).status).toBe(400);
  });

  it('takes no body that does not call itself JSON', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, () => true);
    const response = await raw(beeper, chatPath(chat, '/archive'), {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    });
    expect(response.status).toBe(400);
  });

  it('names the message that does not exist', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, () => true);
    const read = sdk(beeper).chats.markRead(chat.id, { messageID: '1' });
    await expect(read).rejects.toMatchObject({
      status: 404,
      error: { message: 'Message not found' },
    });
  });

  it('gives web pages no leave to read', async () => {
    const beeper = await openBeeper();
    const headers = { origin: 'https://example.com' };
    const response = await raw(beeper, '/v1/chats', { headers });
    const names = [...response.headers.keys()];
    expect(names.filter((name) => name.startsWith('access-control'))).toStrictEqual([]);
  });

  it('tells the version with every answer', async () => {
    const beeper = await openBeeper();
    const paths = ['/v1/info', '/v1/accounts', '/v1/nothing', '/oauth/authorize'];
    const versions = paths.map(async (path) =>
      (await raw(beeper, path, { token: null })).headers.get('x-beeper-desktop-version'),
    );
    await expect(Promise.all(versions)).resolves.toStrictEqual(paths.map(() => '4.3.20'));
  });
});
