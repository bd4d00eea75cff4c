import { createStore, set } from 'idb-keyval';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { HOUR } from '@/lib/base/time';
import { SUMMARY, ITEMS, CHATS_REVISION } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import { type StoredItem, unpack } from '@/lib/storage/stored-item';
import type { ChatRecord } from '../../../beeper/world/records';
import { aChat } from '../../../helpers/builders';
import { type Desk, openDesk } from '../../../helpers/desk';
import { fillDisks } from '../../../helpers/fake-browser';
import { addKnownChat } from '../../../helpers/story';

const { local } = fakeBrowser.storage;

/** All that is in `storage.local`; an item that is added later is among them by itself. */
const STORED: readonly StoredItem<unknown>[] = [...Object.values(ITEMS), SUMMARY, CHATS_REVISION];

/** What may be found in place of an item. */
const DAMAGES: Readonly<Record<string, unknown>> = {
  'a text': 'broken',
  'a number': 7,
  'an array': [1, [2, { version: 1 }]],
  'nested garbage': { version: { version: 1 }, value: { value: [null, { entries: 7 }] } },
  'garbage in a good form': { version: 1, value: { entries: {}, rows: 1, chatID: [], token: {} } },
  'a text in a good form': { version: 1, value: 'broken' },
  'a future version': { version: 99, value: { isConnected: 'maybe', entries: [7], rows: [] } },
  'a value sealed elsewhere': { iv: 'AAAAAAAAAAAAAAAA', sealed: 'c2VhbGVk' },
  nothing: undefined,
};

const CASES = STORED.flatMap((item) =>
  Object.keys(DAMAGES).map((what) => [item.key, what] as const),
);

function itemOf(key: string): StoredItem<unknown> {
  const found = STORED.find((item) => item.key === key);
  if (!found) throw new Error(`There is no item ${key}`);
  return found;
}

async function stored(key: string): Promise<unknown> {
  return ((await local.get(key)) as Record<string, unknown>)[key];
}

async function damage(key: string, damaged: unknown): Promise<void> {
  if (damaged === undefined) await local.remove(key);
  else await local.set({ [key]: damaged });
}

interface Settled extends Desk {
  /** Has a reminder, and an act that was given up. */
  chat: ChatRecord;
}

/** A person has used the companion: every item holds something that would be missed. */
async function openSettledDesk(): Promise<Settled> {
  const desk = await openDesk({ chats: 12 });
  const chat = await addKnownChat(desk, { unreadCount: 2 });
  await desk.ask('saveSettings', { pollSeconds: 120 });
  const at = desk.clock.now() + HOUR;
  await desk.act(chat.id, { kind: 'remind', at, dismissOnIncoming: false });
  await desk.beeper.fault('422', { times: 1, when: ({ method }) => method === 'POST' });
  await desk.act(chat.id, { kind: 'archive' }, 'given-up');
  await desk.ask('signIn', { baseUrl: desk.beeper.url });
  await desk.poll();
  return Object.assign(desk, { chat });
}

/** What a person has said, by the item that keeps it. */
async function saidBy({ chat, outbox, reminder }: Settled): Promise<Map<string, unknown>> {
  const { settings, signIn } = ITEMS;
  return new Map<string, unknown>([
    [settings.key, await loadItem(settings)],
    [ITEMS.outbox.key, await outbox()],
    [ITEMS.reminders.key, await reminder(chat.id)],
    [signIn.key, await loadItem(signIn)],
  ]);
}

/** Of its own form: what sense there is in it, the item's reader alone can say. */
const IN_FORM = new Set(['garbage in a good form', 'a text in a good form']);

/** Items that the worker makes anew and never reads need not be kept. */
function isKeptAside(key: string, what: string): boolean {
  if (what === 'nothing' || key === SUMMARY.key || key === CHATS_REVISION.key) return false;
  return !IN_FORM.has(what) || unpack(itemOf(key), DAMAGES[what]).state === 'unreadable';
}

const warned = vi.spyOn(console, 'warn');

beforeEach(() => {
  warned.mockReset().mockReturnValue();
});

/** Says that the token is gone, and takes it from the person once more. */
async function connectAgain(desk: Desk): Promise<void> {
  const { isConnected, trouble } = await desk.status();
  expect(isConnected && trouble === undefined).toBe(false);
  await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.token });
}

describe('a worker that wakes', () => {
  it.each(CASES)('and finds in place of %s %s goes on', async (key, what) => {
    const desk = await openSettledDesk();
    const before = await saidBy(desk);
    await damage(key, DAMAGES[what]);
    await desk.restart();
    desk.beeper.receive(desk.chat.id, { text: 'Are you there?' });
    await desk.poll();
    if (key === ITEMS.connection.key) await connectAgain(desk);

    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    expect(await desk.status()).toMatchObject({ isConnected: true, syncedAt: desk.clock.now() });
    expect(await fakeBrowser.alarms.get('poll')).toBeDefined();
    const isKept = (await stored(`setAside:${key}`)) !== undefined;
    expect(isKept).toBe(isKeptAside(key, what));
    const after = await saidBy(desk);
    const others = [...before.keys()].filter((name) => name !== key);
    expect(others.map((name) => after.get(name))).toStrictEqual(
      others.map((name) => before.get(name)),
    );
    expect(warned).not.toHaveBeenCalled();
  });
});

/** What may be found in place of a chat. */
const RECORDS: readonly unknown[] = [
  'broken',
  7,
  null,
  [1],
  {},
  { id: 7, unreadCount: 5 },
  { id: '  ' },
  aChat({ id: '!of-another-key', unreadCount: 5 }),
  { ...aChat(), box: 'attic', unreadCount: 'many', seenAt: 1e300, preview: [], reminder: 'soon' },
];

/** What may be found in place of a whole record of chats. */
const SHARDS: readonly unknown[] = ['broken', '[', '{}', 'null', 7, null, ['not text']];

function put(shard: number, record: unknown): Promise<void> {
  return set(shard, record, createStore('companion-index', 'shards'));
}

async function damageChats(desk: Desk): Promise<void> {
  const ids = [...(await desk.chats()).keys()];
  const records = ids.map((id, index) => {
    const record = RECORDS[index % RECORDS.length];
    return index % 2 === 0 ? record : withID(record, id);
  });
  await put(0, JSON.stringify(records));
}

function withID(record: unknown, id: string): unknown {
  return typeof record === 'object' && record !== null ? { ...record, id } : record;
}

describe('chats that cannot be read', () => {
  it.each(RECORDS)('cost none of the others: %j', async (record) => {
    const desk = await openSettledDesk();
    const [, ...others] = (await desk.chats()).values();
    await put(0, JSON.stringify([record, ...others]));
    await desk.beeper.fault('down');
    await desk.restart();
    const left = [...(await desk.chats()).keys()];
    expect(left).toStrictEqual(expect.arrayContaining(others.map(({ id }) => id)));
  });

  it.each(SHARDS)('cost no other record: %j', async (record) => {
    const desk = await openSettledDesk();
    const before = [...(await desk.chats()).keys()];
    await put(9, record);
    await desk.beeper.fault('down');
    await desk.restart();
    expect([...(await desk.chats()).keys()]).toStrictEqual(before);
  });

  it.each(SHARDS)('are walked through again at once: %j', async (record) => {
    const desk = await openSettledDesk();
    await put(0, record);
    await desk.restart();
    await desk.poll();
    expect([...(await desk.chats()).keys()].toSorted()).toStrictEqual(
      [...desk.beeper.chats.keys()].toSorted(),
    );
  });

  it('are missed by nobody but the walk, which brings them back', async () => {
    const desk = await openSettledDesk();
    const before = await saidBy(desk);
    await damageChats(desk);
    await desk.restart();
    await desk.poll();
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    desk.clock.advance(2 * HOUR);
    await desk.poll();
    expect([...(await desk.chats()).keys()].toSorted()).toStrictEqual(
      [...desk.beeper.chats.keys()].toSorted(),
    );
    expect((await saidBy(desk)).get(ITEMS.outbox.key)).toStrictEqual(before.get(ITEMS.outbox.key));
    expect(warned).not.toHaveBeenCalled();
  });
});

describe('while a disk is full', () => {
  it.each(STORED.map(({ key }) => key))('a worker wakes though it cannot read %s', async (key) => {
    const desk = await openSettledDesk();
    await damage(key, DAMAGES['a future version']);
    const makeRoom = fillDisks('storage.local', 'IndexedDB');
    onTestFinished(makeRoom);
    await desk.restart();
    desk.beeper.clearRequests();
    await desk.poll();
    expect(desk.beeper.requests.length > 0).toBe(key !== ITEMS.connection.key);
    makeRoom();
    await desk.poll();
    if (key === ITEMS.connection.key) await connectAgain(desk);
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    expect(await desk.outbox()).toHaveLength(key === ITEMS.outbox.key ? 0 : 1);
  });
});
