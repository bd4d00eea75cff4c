import { describe, expect, it } from 'vitest';

import { MINUTE, SECOND } from '@/lib/base/time';
import { AGES } from '../../../beeper/age';
import type { ChatRecord } from '../../../beeper/world/records';
import type { Desk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { stoppedEverywhere } from '../../../helpers/kills';
import { addKnownChat, theyHaveWaited } from '../../../helpers/story';

const NAMES = ['Ada', 'Bo', 'Cy', 'Dee'];

function chatsOf({ beeper }: Desk, count: number): ChatRecord[] {
  return NAMES.slice(0, count).flatMap(
    (name) => [...beeper.chats.values()].find(({ title }) => title === name) ?? [],
  );
}

async function prepare(desk: Desk): Promise<void> {
  await desk.ask('saveSettings', { notify: { direct: true } });
  for (const title of NAMES) await addKnownChat(desk, { title });
  desk.clock.advance(SECOND);
}

/** All of them write, and a worker is stopped in the next poll or when they have waited. */
async function write(desk: Desk, count: number): Promise<void> {
  for (const { id } of chatsOf(desk, count)) desk.beeper.receive(id, { text: 'Hello' });
  await desk.poll();
  await theyHaveWaited(desk);
}

async function goOn(desk: Desk): Promise<void> {
  await desk.poll();
  await desk.poll();
  await desk.restart();
}

describe('new messages of which the worker is stopped in the middle', { timeout: 60_000 }, () => {
  it.each(AGES)('are told exactly once, with Beeper %s', async (age) => {
    const seen = await stoppedEverywhere(
      { age, chats: 2, prepare, play: (desk) => write(desk, 2), afterwards: goOn },
      async (desk) => ({
        told: allNotifications().length,
        shown: (await desk.notifications()).map(({ title }) => title).toSorted(),
      }),
    );
    expect(seen.size).toBeGreaterThan(8);
    const once = { told: 2, shown: ['Ada', 'Bo'] };
    expect([...seen]).toStrictEqual([...seen.keys()].map((stopped) => [stopped, once]));
  });

  it('are told exactly once also together', async () => {
    const seen = await stoppedEverywhere(
      { chats: 2, prepare, play: (desk) => write(desk, 4), afterwards: goOn },
      async (desk) => ({
        told: allNotifications().length,
        shown: (await desk.notifications()).map(({ title }) => title),
      }),
    );
    const once = { told: 1, shown: ['4 new messages in 4 chats'] };
    expect([...seen]).toStrictEqual([...seen.keys()].map((stopped) => [stopped, once]));
  });

  it('are withdrawn for good when they are read', async () => {
    const seen = await stoppedEverywhere(
      {
        chats: 2,
        prepare: async (desk) => {
          await prepare(desk);
          await write(desk, 2);
          for (const { id } of chatsOf(desk, 1)) desk.beeper.readElsewhere(id);
        },
        play: (desk) => desk.poll(),
        afterwards: goOn,
      },
      async (desk) => (await desk.notifications()).map(({ title }) => title),
    );
    expect([...seen]).toStrictEqual([...seen.keys()].map((stopped) => [stopped, ['Bo']]));
  });
});

/** Four that are due at once. */
async function remind(desk: Desk): Promise<void> {
  await prepare(desk);
  for (const { id } of chatsOf(desk, 4)) {
    const at = desk.clock.now() + 10 * MINUTE;
    await desk.act(id, { kind: 'remind', at, dismissOnIncoming: false });
  }
  await desk.ask('setQuiet', { wish: 'halfHour' });
  desk.clock.advance(31 * MINUTE);
}

describe('reminders that are told together', { timeout: 60_000 }, () => {
  it('ring exactly once each though the worker is stopped', async () => {
    const seen = await stoppedEverywhere(
      {
        chats: 2,
        prepare: remind,
        play: (desk) => desk.happen(({ alarm }) => alarm('reminders')),
        afterwards: async (desk) => {
          await desk.happen(({ alarm }) => alarm('reminders'));
          await goOn(desk);
        },
      },
      async (desk) => ({
        rung: allNotifications().length,
        shown: (await desk.notifications()).map(({ title, message }) => [title, message]),
      }),
    );
    const once = { rung: 1, shown: [['4 reminders', NAMES.join(', ')]] };
    expect([...seen]).toStrictEqual([...seen.keys()].map((stopped) => [stopped, once]));
  });
});
