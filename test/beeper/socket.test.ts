import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';

import type { Age } from './age';
import type { Beeper } from './server';
import { findChat, openBeeper, raw, sdk } from './support';
import { SocketClient, subscribe } from './support-socket';

async function refusedStatus(beeper: Beeper, token?: string): Promise<number | undefined> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const socket = new WebSocket(`ws://localhost:${beeper.port}/v1/ws`, { headers });
  const failure = once(socket, 'error');
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { statusCode?: number; resume: () => void },
  ];
  response.resume();
  socket.terminate();
  await failure;
  return response.statusCode;
}

describe('the handshake', () => {
  it('greets with nothing subscribed', async () => {
    const client = new SocketClient(await openBeeper());
    expect(await client.next()).toStrictEqual({ type: 'ready', version: 1, chatIDs: [] });
  });

  it('is refused without a good token', async () => {
    const beeper = await openBeeper();
    expect(await refusedStatus(beeper)).toBe(401);
    expect(await refusedStatus(beeper, 'nonsense')).toBe(401);
  });

  it.each(['v4.1.300'] satisfies Age[])('is not known to %s', async (age) => {
    const beeper = await openBeeper({ age });
    expect(await refusedStatus(beeper, beeper.token)).toBe(404);
  });

  it.each([
    ['404', 404],
    ['405', 405],
    ['503', 503],
  ] as const)('fails with %s by switch', async (fault, status) => {
    const beeper = await openBeeper();
    await beeper.fault(fault, { when: ({ path }) => path === '/v1/ws' });
    expect(await refusedStatus(beeper, beeper.token)).toBe(status);
    expect((await raw(beeper, '/v1/info')).status).toBe(200);
  });

  it('takes the token from the query only when switched on', async () => {
    const beeper = await openBeeper({ switches: { tokenInQuery: true } });
    const query = `dangerouslyUseTokenInQuery=${beeper.token}`;
    const socket = new WebSocket(`ws://localhost:${beeper.port}/v1/ws?${query}`);
    await expect(once(socket, 'open')).resolves.toStrictEqual([]);
    socket.terminate();
  });
});

describe('subscribing', () => {
  it('is acknowledged, sorted and without repetition', async () => {
    const beeper = await openBeeper();
    const client = new SocketClient(beeper);
    await client.next();
    client.send({ type: 'subscriptions.set', requestID: 'r1', chatIDs: ['b', ' a', 'b'] });
    expect(await client.next()).toStrictEqual({
      type: 'subscriptions.updated',
      requestID: 'r1',
      chatIDs: ['a', 'b'],
    });
    expect(beeper.socket.subscriptions).toStrictEqual([['a', 'b']]);
  });

  it.each([
    ['nonsense', 'INVALID_PAYLOAD'],
    [[], 'INVALID_PAYLOAD'],
    [{ type: 'ping' }, 'INVALID_COMMAND'],
    [{ type: 'subscriptions.set' }, 'INVALID_PAYLOAD'],
    [{ type: 'subscriptions.set', chatIDs: [1] }, 'INVALID_PAYLOAD'],
    [{ type: 'subscriptions.set', chatIDs: ['*', 'a'] }, 'INVALID_PAYLOAD'],
    [{ type: 'subscriptions.set', chatIDs: ['*'], since: 5 }, 'INVALID_PAYLOAD'],
    [{ type: 'subscriptions.set', chatIDs: ['*'], requestID: 5 }, 'INVALID_PAYLOAD'],
  ])('with %j is refused as %s on an open socket', async (frame, code) => {
    const client = new SocketClient(await openBeeper());
    await client.next();
    client.send(frame);
    expect(await client.next()).toMatchObject({ type: 'error', code });
    client.send({ type: 'subscriptions.set', chatIDs: ['*'] });
    expect(await client.next()).toMatchObject({ type: 'subscriptions.updated' });
  });
});

describe('events', () => {
  it('tell of an incoming message with the message and its chat', async () => {
    const beeper = await openBeeper();
    const client = await subscribe(beeper);
    const chat = findChat(beeper, () => true);
    const { id } = beeper.receive(chat.id, { text: 'Hello' });
    expect(await client.next()).toMatchObject({
      type: 'message.upserted',
      seq: 1,
      ts: '2026-05-20T12:00:00.000Z',
      chatID: chat.id,
      ids: [id],
      entries: [{ id, text: 'Hello' }],
    });
    const upsert = await client.next();
    expect(upsert).toMatchObject({ type: 'chat.upserted', seq: 2, ids: [chat.id] });
    expect(upsert).not.toHaveProperty('entries');
  });

  it('come three times for one sent message', async () => {
    const beeper = await openBeeper();
    const client = await subscribe(beeper);
    const chat = findChat(beeper, ({ isReadOnly }) => !isReadOnly);
    await sdk(beeper).messages.send(chat.id, { text: 'One' });
    const frames = [await client.next(), await client.next(), await client.next()];
    expect(frames.map(({ type }) => type)).toStrictEqual(Array(3).fill('message.upserted'));
    expect(new Set(frames.flatMap(({ ids }) => ids)).size).toBe(2);
  });

  it('tell of deleted messages and left chats', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ isReadOnly }) => !isReadOnly);
    await sdk(beeper).messages.send(chat.id, { text: 'Oops' });
    const { id } = beeper.messages(chat.id).at(-1) ?? { id: '' };
    const client = await subscribe(beeper);
    await sdk(beeper).messages.delete(id, { chatID: chat.id });
    expect(await client.next()).toMatchObject({ type: 'message.deleted', ids: [id] });
    beeper.leave(chat.id);
    expect(await client.next()).toMatchObject({ type: 'chat.deleted', ids: [chat.id] });
  });

  it('keep to what was subscribed', async () => {
    const beeper = await openBeeper();
    const [one, two] = [...beeper.chats.keys()];
    const client = await subscribe(beeper, [two ?? '']);
    beeper.archiveElsewhere(one ?? '');
    beeper.archiveElsewhere(two ?? '');
    expect(await client.next()).toMatchObject({ seq: 1, chatID: two });
  });

  it('count for each connection on its own', async () => {
    const beeper = await openBeeper();
    const [id = ''] = beeper.chats.keys();
    const first = await subscribe(beeper);
    beeper.muteElsewhere(id);
    const second = await subscribe(beeper);
    beeper.muteElsewhere(id, false);
    expect([(await first.next()).seq, (await first.next()).seq]).toStrictEqual([1, 2]);
    expect((await second.next()).seq).toBe(1);
  });

  it('write their time as a number when switched so', async () => {
    const beeper = await openBeeper({ switches: { socketTime: 'ms' } });
    const client = await subscribe(beeper);
    beeper.pinElsewhere([...beeper.chats.keys()][0] ?? '');
    expect((await client.next()).ts).toBe(Date.parse('2026-05-20T12:00:00Z'));
  });
});

describe('disturbances', () => {
  it('lose events without a trace', async () => {
    const beeper = await openBeeper();
    const client = await subscribe(beeper);
    const [one = '', two = ''] = beeper.chats.keys();
    beeper.socket.lose(1);
    beeper.archiveElsewhere(one);
    beeper.archiveElsewhere(two);
    expect(await client.next()).toMatchObject({ seq: 1, chatID: two });
  });

  it('leave a gap in the count', async () => {
    const beeper = await openBeeper();
    const client = await subscribe(beeper);
    beeper.socket.skipSeq(3);
    beeper.archiveElsewhere([...beeper.chats.keys()][0] ?? '');
    expect((await client.next()).seq).toBe(4);
  });

  it('go silent and come back', async () => {
    const beeper = await openBeeper();
    const client = await subscribe(beeper);
    const [one = '', two = ''] = beeper.chats.keys();
    beeper.socket.isSilent = true;
    beeper.archiveElsewhere(one);
    await beeper.heal();
    beeper.archiveElsewhere(two);
    expect((await client.next()).chatID).toBe(two);
  });

  it('close with a code or without one', async () => {
    const beeper = await openBeeper();
    const polite = await subscribe(beeper);
    beeper.socket.close(1012);
    await expect(polite.closed()).resolves.toBe(1012);
    const rude = await subscribe(beeper);
    beeper.socket.cut();
    await expect(rude.closed()).resolves.toBe(1006);
    expect(beeper.socket.count).toBe(0);
  });

  it('end the socket when the app goes down', async () => {
    const beeper = await openBeeper();
    const client = await subscribe(beeper);
    const closed = client.closed();
    await beeper.fault('down');
    await expect(closed).resolves.toBe(1006);
  });
});
