import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import { AGES } from '../../../beeper/age';
import { NOON } from '../../../helpers/clock';
import type { Desk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { stoppedEverywhere } from '../../../helpers/kills';
import { addKnownChat } from '../../../helpers/story';

const AT = NOON + 5 * HOUR;
const REMIND: Intent = { kind: 'remind', at: AT, dismissOnIncoming: false };

function theChat({ beeper }: Desk) {
  const found = [...beeper.chats.values()].find(({ title }) => title === 'Ada');
  if (!found) throw new Error('The chat was not made');
  return found;
}

async function prepare(desk: Desk, intent: Intent = REMIND): Promise<void> {
  const { id } = await addKnownChat(desk);
  await desk.act(id, intent);
}

async function comes({ clock, happen }: Desk): Promise<void> {
  clock.set(AT);
  await happen(({ alarm }) => alarm('reminders'));
}

/** The alarm rings again, polls go on, and later the browser is started once more. */
async function goOn(desk: Desk): Promise<void> {
  await comes(desk);
  desk.clock.advance(MINUTE);
  await desk.happen(({ alarm }) => alarm('reminders'));
  await desk.poll();
  await desk.restart();
}

async function startLate(desk: Desk): Promise<void> {
  desk.clock.set(AT + HOUR);
  await desk.happen(({ wake }) => wake());
}

async function goOnLate(desk: Desk): Promise<void> {
  await desk.poll();
  await desk.restart();
}

async function snooze(desk: Desk): Promise<void> {
  const [id = ''] = allNotifications();
  await desk.happen(({ notificationButton }) => notificationButton(id, 1));
}

describe('a reminder of which the worker is stopped in the middle', { timeout: 60_000 }, () => {
  it.each(AGES)('rings exactly once when it is due, with Beeper %s', async (age) => {
    const scene = { age, chats: 2, prepare, play: comes, afterwards: goOn };
    const rung = await stoppedEverywhere(scene, () => allNotifications().length);
    expect(rung.size).toBeGreaterThan(5);
    expect([...rung]).toStrictEqual([...rung.keys()].map((stopped) => [stopped, 1]));
  });

  it('rings exactly once when the browser starts after it was due', async () => {
    const rung = await stoppedEverywhere(
      { chats: 2, prepare, play: startLate, afterwards: goOnLate },
      () => allNotifications().length,
    );
    expect([...rung]).toStrictEqual([...rung.keys()].map((stopped) => [stopped, 1]));
  });

  it.each(AGES)('rings exactly once though Beeper %s refused to keep it', async (age) => {
    const scene = {
      age,
      chats: 2,
      switches: { remindersRefused: true },
      prepare: async (desk: Desk) => {
        await addKnownChat(desk);
      },
      play: (desk: Desk) => desk.act(theChat(desk).id, REMIND, 'click'),
      afterwards: async (desk: Desk) => {
        await desk.act(theChat(desk).id, REMIND, 'click');
        desk.clock.advance(MINUTE);
        await desk.happen(({ alarm }) => alarm('outbox'));
        await goOn(desk);
      },
    };
    const rung = await stoppedEverywhere(scene, async (desk) => ({
      rung: allNotifications().length,
      waiting: await desk.outbox(),
    }));
    const once = { rung: 1, waiting: [] };
    expect([...rung]).toStrictEqual([...rung.keys()].map((stopped) => [stopped, once]));
  });

  it('is dropped at both ends, and for good, when they wrote first', async () => {
    const scene = {
      chats: 2,
      prepare: async (desk: Desk) => {
        await prepare(desk, { ...REMIND, dismissOnIncoming: true });
        desk.clock.advance(MINUTE);
        desk.beeper.receive(theChat(desk).id, { text: 'Here I am' });
        // A Beeper that leaves the dropping to its clients.
        const { id } = theChat(desk);
        desk.beeper.setReminderElsewhere(id, { remindAt: AT, dismissOnIncomingMessage: true });
      },
      play: (desk: Desk) => desk.poll(),
      afterwards: async (desk: Desk) => {
        await desk.poll();
        await goOn(desk);
      },
    };
    const seen = await stoppedEverywhere(scene, async (desk) => ({
      rung: allNotifications().length,
      atBeeper: theChat(desk).reminder,
      sent: desk.beeper.writes().length,
      waiting: await desk.outbox(),
    }));
    const dropped = { rung: 0, atBeeper: null, sent: 1, waiting: [] };
    expect([...seen]).toStrictEqual([...seen.keys()].map((stopped) => [stopped, dropped]));
  });

  it('comes again once when it was snoozed', async () => {
    const scene = {
      chats: 2,
      prepare: async (desk: Desk) => {
        await prepare(desk);
        await comes(desk);
      },
      play: snooze,
      afterwards: async (desk: Desk) => {
        await snooze(desk);
        desk.clock.advance(MINUTE);
        await desk.happen(({ alarm }) => alarm('outbox'));
        desk.clock.advance(2 * HOUR);
        await desk.happen(({ alarm }) => alarm('reminders'));
        await desk.poll();
        await desk.restart();
      },
    };
    const seen = await stoppedEverywhere(scene, (desk) => ({
      rung: allNotifications().length,
      sent: desk.beeper.writes().length,
    }));
    const again = { rung: 2, sent: 1 };
    expect([...seen]).toStrictEqual([...seen.keys()].map((stopped) => [stopped, again]));
  });
});
