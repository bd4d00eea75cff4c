import { describe, expect, it } from 'vitest';

import { AGES, APP_VERSION, isSince, type Age } from './age';
import { NOON, chatPath, findChat, openBeeper, raw, sdk } from './support';

/** Whether a build answers a call at all: on current, on 4.2.600, on 4.1.300. */
const CALLS: [call: string, current: boolean, middle: boolean, oldest: boolean][] = [
  ['GET /v1/info', true, true, false],
  ['GET /v1/accounts', true, true, true],
  ['GET /v1/accounts/signal/contacts?query=a', true, true, true],
  ['GET /v1/accounts/signal/contacts/list', true, true, false],
  ['GET /v1/chats', true, true, true],
  ['GET /v1/chats/search', true, true, true],
  ['GET /v1/chats/1', true, true, true],
  ['POST /v1/chats/1/archive', true, true, true],
  ['POST /v1/chats/1/read', true, false, false],
  ['POST /v1/chats/1/unread', true, false, false],
  ['PATCH /v1/chats/1', true, false, false],
  ['DELETE /v1/chats/1/reminders', true, true, true],
  ['GET /v1/chats/1/messages', true, true, true],
  ['GET /v1/search?query=a', true, true, true],
  ['GET /v1/messages/search', true, true, true],
  ['GET /v1/assets/serve?url=mxc%3A%2F%2Fa%2Fb', true, true, false],
  ['POST /v1/focus', true, true, true],
  ['GET /v1/spec', true, true, true],
  ['GET /.well-known/oauth-authorization-server', true, true, true],
];

const GONE = new Set([404, 405]);

describe.each(AGES)('%s', (age) => {
  it.each(CALLS)('answers %s only if it came in time', async (call, ...exists) => {
    const beeper = await openBeeper({ age });
    const [method = '', path = ''] = call.split(' ');
    const response = await raw(beeper, path, { method });
    expect(!GONE.has(response.status)).toBe(exists[AGES.indexOf(age)]);
    expect(response.headers.get('x-beeper-desktop-version')).toBe(APP_VERSION[age]);
  });

  it('starts a direct chat its own way', async () => {
    const beeper = await openBeeper({ age });
    const user = { username: 'nina' };
    const status = async (path: string, body: object) =>
      (await raw(beeper, path, { method: 'POST', body: { accountID: 'telegram', user, ...body } }))
        .status;
    const statuses = [
      await status('/v1/chats/start', {}),
      await status('/v1/chats', { mode: 'start' }),
    ];
    const wanted: Record<Age, number[]> = {
      current: [200, 400],
      // The path exists there with other verbs, for a chat of that name.
      'v4.2.600': [405, 200],
      'v4.1.300': [405, 400],
    };
    expect(statuses).toStrictEqual(wanted[age]);
  });

  it('knows its own way of saying when to remind', async () => {
    const beeper = await openBeeper({ age });
    const chat = findChat(beeper, ({ reminder }) => reminder === null);
    const remindAt = new Date(NOON).toISOString();
    const status = async (reminder: object) =>
      (await raw(beeper, chatPath(chat, '/reminders'), { method: 'POST', body: { reminder } }))
        .status;
    const isNew = age === 'current';
    expect(await status({ remindAt })).toBe(isNew ? 204 : 400);
    expect(await status({ remindAtMs: NOON })).toBe(isNew ? 400 : 204);
    expect(await status({ remindAt, remindAtMs: NOON })).toBe(400);
    expect(chat.reminder?.remindAt).toBe(NOON);
  });

  it('finds what is unread, shown or not', async () => {
    const beeper = await openBeeper({ age });
    const { items } = await sdk(beeper).chats.search({ unreadOnly: true, limit: 200 });
    const marked = findChat(
      beeper,
      ({ isMarkedUnread, unreadCount }) => isMarkedUnread && !unreadCount,
    );
    const found = items.find(({ id }) => id === marked.id);
    expect(found?.isMarkedUnread).toBe(age === 'current' ? true : undefined);
    expect(found).toBeDefined();
  });
});

const LATE = ['reminder', 'isMarkedUnread', 'isLowPriority', 'draft', 'capabilities', 'imgURL'];

describe('chats', () => {
  it.each([
    ['current', [...LATE, 'network', 'description']],
    ['v4.2.600', []],
    ['v4.1.300', ['network', 'description']],
  ] as const)('on %s have the late members %j', async (age, members) => {
    const beeper = await openBeeper({ age });
    const [chat] = (await sdk(beeper).chats.search({ limit: 1 })).items;
    const had = [...LATE, 'network', 'description'].filter((key) => Object.hasOwn(chat ?? {}, key));
    expect(had).toStrictEqual(members);
  });

  it('without a name of their own have no title on 4.1.300', async () => {
    const beeper = await openBeeper({ age: 'v4.1.300' });
    const chat = findChat(beeper, ({ isTitleComputed }) => isTitleComputed);
    expect((await sdk(beeper).chats.retrieve(chat.id)).title).toBeNull();
  });

  it('show five people in old listings', async () => {
    const beeper = await openBeeper({ age: 'v4.2.600' });
    const { items } = await sdk(beeper).chats.search({ query: 'marathon' });
    expect(items[0]?.participants).toMatchObject({ total: 241, hasMore: true });
    expect(items[0]?.participants.items).toHaveLength(5);
  });

  it('come as a bare id when an old build creates them', async () => {
    const beeper = await openBeeper({ age: 'v4.1.300' });
    const { accountID, participants, id } = findChat(beeper, ({ title }) => title === 'Priya Nair');
    const body = { accountID, type: 'single', participantIDs: [participants[0]?.id] };
    const response = await raw(beeper, '/v1/chats', { method: 'POST', body });
    expect(await response.json()).toStrictEqual({ chatID: id });
  });
});

describe('accounts', () => {
  it.each([
    ['current', true, true],
    ['v4.2.600', false, false],
    ['v4.1.300', true, false],
  ] as const)('on %s have network: %s and bridge: %s', async (age, network, bridge) => {
    const beeper = await openBeeper({ age });
    const [account] = await sdk(beeper).accounts.list();
    expect('network' in (account ?? {})).toBe(network);
    expect('bridge' in (account ?? {})).toBe(bridge);
  });
});

describe('messages', () => {
  it.each([
    ['current', '<p>Fish &amp; chips<br>at six?</p>'],
    ['v4.2.600', 'Fish & chips\nat six?'],
    ['v4.1.300', 'Fish & chips\nat six?'],
  ] as const)('on %s read %j', async (age, text) => {
    const beeper = await openBeeper({ age });
    const chat = findChat(beeper, () => true);
    beeper.receive(chat.id, { html: '<p>Fish &amp; chips<br>at six?</p>' });
    const [message] = (await sdk(beeper).messages.list(chat.id)).items;
    expect(message?.text).toBe(text);
    expect(message?.type).toBe(age === 'v4.1.300' ? undefined : 'TEXT');
  });

  it('are paged by sort key where there are no cursors', async () => {
    const beeper = await openBeeper({ age: 'v4.2.600' });
    const chat = findChat(beeper, ({ history }) => history > 40);
    const first = await sdk(beeper).messages.list(chat.id);
    const cursor = first.items.at(-1)?.sortKey ?? '';
    const second = await sdk(beeper).messages.list(chat.id, { cursor });
    expect([first.oldestCursor, first.hasMore]).toStrictEqual([null, true]);
    expect(second.items[0]?.sortKey).toBe(String(Number(cursor) - 1));
  });

  it('take no attachment before 4.2.499', async () => {
    const beeper = await openBeeper({ age: 'v4.1.300' });
    const chat = findChat(beeper, ({ isReadOnly }) => !isReadOnly);
    const body = { text: 'x', attachment: { uploadID: 'u' } };
    const response = await raw(beeper, chatPath(chat, '/messages'), { method: 'POST', body });
    expect(response.status).toBe(400);
  });
});

describe('versions', () => {
  it.each([
    ['4.3.20', 'current', true],
    ['4.3.21', 'current', false],
    ['4.2.808', 'v4.2.600', false],
    ['4.2.557', 'v4.2.600', true],
    ['4.2.0', 'v4.1.300', false],
    ['0', 'v4.1.300', true],
  ] as const)('%s is there on %s: %s', (version, age, isThere) => {
    expect(isSince(age, version)).toBe(isThere);
  });
});
