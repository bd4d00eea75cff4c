import { describe, expect, it } from 'vitest';

import { HOUR } from '@/lib/base/time';
import { NOON } from '../../../helpers/clock';
import { type Desk, openDesk } from '../../../helpers/desk';
import { type Impostor, openImpostor } from '../../../helpers/impostor';
import { Ports } from '../../../helpers/ports';
import { addKnownChat } from '../../../helpers/story';

const PORT = 23_373;
const ADDRESS = `http://localhost:${PORT}`;
const DUE = NOON + HOUR;

type Answer = Parameters<typeof openImpostor>;

const STRANGERS: [string, ...Answer][] = [
  ['a page', 200, '<!doctype html><title>Router</title>'],
  ['JSON', 200, '{"status":"ok"}'],
  ['an empty list', 200, '[]'],
  ['404', 404, '{"error":"no such thing"}'],
  ['a page that asks for a password', 401, '<p>Password?</p>'],
  ['the way to another place', 302, '', { location: 'http://elsewhere.invalid/' }],
];

/** A connected companion; `read` and `due` are its chats, of which the second has a reminder. */
async function openPlace() {
  const ports = new Ports();
  const desk = await openDesk({ isConnected: false, chats: 5, fetch: ports.fetch });
  ports.open(PORT, desk.beeper.url);
  await desk.ask('connect', { baseUrl: ADDRESS, token: desk.beeper.token });
  const [read, due] = [await addKnownChat(desk), await addKnownChat(desk, { title: 'Bo' })];
  await desk.act(due.id, { kind: 'remind', at: DUE, dismissOnIncoming: true });
  return { ports, desk, read, due };
}

/** Beeper goes away, which is noticed, and another program takes its port. */
async function openTakenPlace(...answer: Answer) {
  const place = await openPlace();
  place.ports.close(PORT);
  await place.desk.poll();
  const impostor = await openImpostor(...answer);
  place.ports.open(PORT, impostor.url);
  return { ...place, impostor };
}

function tried(work: Promise<void>): Promise<void> {
  return work.catch(() => undefined);
}

/** All that may lead to a question; whether it is answered does not matter here. */
async function useAll(desk: Desk, chatID: string): Promise<void> {
  await desk.poll();
  await desk.ask('refresh', null);
  await desk.act(chatID, { kind: 'archive' }, 'click');
  await desk.ask('retry', { ids: ['click'] });
  await tried(desk.ask('openChat', { chatID }));
  await tried(desk.ask('preview', { chatIDs: [...(await desk.chats()).keys()] }));
  await tried(desk.ask('connect', { baseUrl: ADDRESS, token: '' }));
  await tried(desk.ask('signIn', { baseUrl: '' }));
  await desk.ask('find', null);
  await desk.ask('saveSettings', { pollSeconds: 60 });
  await desk.restart();
  desk.clock.set(DUE);
  await desk.happen(({ alarm }) => alarm('reminders'));
  await desk.happen(({ alarm }) => alarm('outbox'));
  await desk.poll();
  await desk.ask('disconnect', null);
}

const BLIND = { wasAsked: true, shown: [] };

function sightOf({ asked, shown }: Impostor) {
  return { wasAsked: asked.length > 0, shown };
}

describe('whoever takes Beeper’s port after it went away', () => {
  it.each(STRANGERS)('never sees the token: it answers with %s', async (_what, ...answer) => {
    const { desk, read, impostor } = await openTakenPlace(...answer);
    await useAll(desk, read.id);
    expect(sightOf(impostor)).toStrictEqual(BLIND);
  });

  it.each(STRANGERS)(
    'is told of as something else: it answers with %s',
    async (_what, ...answer) => {
      const { desk } = await openTakenPlace(...answer);
      await desk.poll();
      expect((await desk.status()).trouble).toBe('notBeeper');
    },
  );

  // Believed on purpose, for a Beeper in trouble cannot prove itself; but nor can anybody else.
  it.each<[string, ...Answer]>([
    ['a page about its trouble', 500, '<p>Oops</p>'],
    ['trouble in JSON', 500, '{"error":"trouble"}'],
    ['"slowly"', 429, '{"error":"slowly"}'],
    ['a page that asks for a password', 401, '<p>Password</p>'],
  ])('never sees the token: it answers with %s', async (_what, ...answer) => {
    const { desk, read, impostor } = await openTakenPlace(...answer);
    await useAll(desk, read.id);
    expect(sightOf(impostor)).toStrictEqual(BLIND);
  });

  // All was well when the computer was switched off, so nobody looks first.
  it('never sees the token when it was there first in the morning', async () => {
    const { desk, ports } = await openPlace();
    const impostor = await openImpostor(200, '{}');
    ports.open(PORT, impostor.url);
    desk.clock.advance(8 * HOUR);
    await desk.restart();
    await desk.happen(({ start }) => start());
    expect(sightOf(impostor)).toStrictEqual(BLIND);
  });

  it('has to give way when Beeper is back, and nothing is lost', async () => {
    const { desk, ports, read, impostor } = await openTakenPlace(200, '{}');
    await desk.act(read.id, { kind: 'archive' });
    await desk.poll();
    ports.open(PORT, desk.beeper.url);
    await desk.poll();
    expect((await desk.status()).trouble).toBeUndefined();
    expect(read.isArchived).toBe(true);
    expect(sightOf(impostor)).toStrictEqual(BLIND);
  });
});

describe('another program at a new address', () => {
  it.each(STRANGERS)(
    'is not shown a pasted token: it answers with %s',
    async (_what, ...answer) => {
      const ports = new Ports();
      const desk = await openDesk({ isConnected: false, chats: 3, fetch: ports.fetch });
      const impostor = await openImpostor(...answer);
      ports.open(23_380, impostor.url);
      const request = { baseUrl: 'http://localhost:23380', token: desk.beeper.token };
      await expect(desk.ask('connect', request)).rejects.toThrow('notBeeper');
      await desk.poll();
      expect(sightOf(impostor)).toStrictEqual(BLIND);
    },
  );
});
