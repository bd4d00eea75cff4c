import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { HOUR, MINUTE } from '@/lib/base/time';
import type { TimeOfDay } from '@/lib/model/reminders/times/day-preferences';
import { localOf } from '@/lib/model/reminders/times/local-time';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { type Desk, openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { stoppedEverywhere } from '../../../helpers/kills';
import { addKnownChat } from '../../../helpers/story';

/** Reminders of as many chats, the first in ten minutes and one a minute from then on. */
async function remind(desk: Desk, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const { id } = await addKnownChat(desk, { title: `Chat ${index}` });
    const at = desk.clock.now() + 10 * MINUTE;
    await desk.act(id, { kind: 'remind', at, dismissOnIncoming: false });
  }
}

async function passes(desk: Desk, minutes: number): Promise<void> {
  desk.clock.advance(minutes * MINUTE);
  await desk.happen(({ alarm }) => ['quiet', 'reminders'].forEach(alarm));
}

const timeOf = (moment: number) => localOf(moment).slice(11) as TimeOfDay;

/** A schedule that it is in the middle of, from an hour ago to in an hour. */
function schedule({ clock }: Desk) {
  const [from, to] = [timeOf(clock.now() - HOUR), timeOf(clock.now() + HOUR)];
  return { isScheduled: true, from, to };
}

async function alarmAt(name: string): Promise<number | undefined> {
  return (await fakeBrowser.alarms.get(name))?.scheduledTime;
}

const pause = (desk: Desk) => desk.ask('setQuiet', { wish: 'hour' });
const end = (desk: Desk) => desk.ask('setQuiet', { wish: 'over' });
const scheduled = (desk: Desk) => desk.ask('saveSettings', { quiet: schedule(desk) });

interface Way {
  begin(desk: Desk): Promise<void>;
  end(desk: Desk): Promise<void>;
}

const WAYS: Readonly<Record<string, Way>> = {
  'by itself': { begin: pause, end: (desk) => passes(desk, 31) },
  'by itself, the schedule being over': { begin: scheduled, end: (desk) => passes(desk, 31) },
  'by hand': { begin: pause, end },
  'by hand, in the schedule': { begin: scheduled, end },
  'by the key of the whole browser': {
    begin: pause,
    end: (desk) => desk.happen(({ places }) => places.command('pause')),
  },
  'by the schedule being switched off': {
    begin: scheduled,
    end: (desk) => desk.ask('saveSettings', { quiet: { isScheduled: false } }),
  },
  'by the schedule being switched off in another browser': {
    begin: async (desk) => {
      await scheduled(desk);
      await desk.ask('setSync', { isOn: true });
    },
    end: async (desk) => {
      const carried = { at: desk.clock.now() + 1, settings: DEFAULT_SETTINGS };
      await fakeBrowser.storage.sync.set({ settings: carried });
      await desk.happen(({ synced }) => synced());
      await desk.poll();
    },
  },
  'by reminders being let through': {
    begin: pause,
    end: (desk) => desk.ask('saveSettings', { quiet: { remindersRing: true } }),
  },
};

describe.each(Object.entries(WAYS))('when quiet is ended %s', (_how, way) => {
  it.each([
    [1, 'Chat 0'],
    [2, '2 reminders'],
    [5, '5 reminders'],
  ])('%d reminders that it held back come as one: %s', async (count, title) => {
    const desk = await openDesk({ chats: 3 });
    await remind(desk, count);
    await way.begin(desk);
    await passes(desk, 30);
    await desk.restart();
    expect(allNotifications()).toStrictEqual([]);
    await way.end(desk);
    expect((await desk.notifications()).map((shown) => shown.title)).toStrictEqual([title]);
    await desk.restart();
    await passes(desk, 60);
    expect(allNotifications()).toHaveLength(1);
  });
});

describe('a schedule without a gap', () => {
  it('lets what it held back come together every day, and the next day what came then', async () => {
    const desk = await openDesk({ chats: 3 });
    const time = timeOf(desk.clock.now() + HOUR);
    await desk.ask('saveSettings', { quiet: { isScheduled: true, from: time, to: time } });
    await remind(desk, 2);
    desk.clock.advance(59 * MINUTE);
    await remind(desk, 1);
    expect(await alarmAt('reminders')).toBe((await desk.status()).quietUntil);
    await passes(desk, 5);
    const titles = async () => (await desk.notifications()).map(({ title }) => title);
    expect(await titles()).toStrictEqual(['2 reminders']);
    await desk.restart();
    // It falls due in the next quiet.
    await passes(desk, 15);
    expect(await titles()).toStrictEqual(['2 reminders']);
    // Nobody was there at its end.
    await passes(desk, 2 * 24 * 60);
    expect(await titles()).toStrictEqual(['2 reminders', 'Chat 0']);
    await passes(desk, 24 * 60);
    expect(allNotifications()).toHaveLength(2);
  });
});

describe('what quiet does not hold back', () => {
  it('comes one by one after quiet was ended by hand', async () => {
    const desk = await openDesk({ chats: 3 });
    await remind(desk, 2);
    await pause(desk);
    await end(desk);
    await passes(desk, 30);
    expect(allNotifications()).toHaveLength(2);
  });

  it('comes beside what was held back', async () => {
    const desk = await openDesk({ chats: 3 });
    await remind(desk, 2);
    await desk.ask('setQuiet', { wish: 'halfHour' });
    desk.clock.advance(25 * MINUTE);
    await remind(desk, 1);
    await desk.restart();
    await passes(desk, 20);
    const titles = (await desk.notifications()).map(({ title }) => title);
    expect(titles.toSorted()).toStrictEqual(['2 reminders', 'Chat 0']);
  });
});

describe('quiet that is ended by hand by a worker that is stopped', { timeout: 60_000 }, () => {
  it('lets what it held back come as one, once', async () => {
    const seen = await stoppedEverywhere(
      {
        chats: 2,
        prepare: async (desk) => {
          await remind(desk, 3);
          await pause(desk);
          await passes(desk, 30);
        },
        play: end,
        afterwards: async (desk) => {
          await end(desk);
          await passes(desk, 1);
          await desk.poll();
          await desk.restart();
        },
      },
      async (desk) => ({
        rung: allNotifications().length,
        shown: (await desk.notifications()).map(({ title }) => title),
      }),
    );
    expect(seen.size).toBeGreaterThan(3);
    const once = { rung: 1, shown: ['3 reminders'] };
    expect([...seen]).toStrictEqual([...seen.keys()].map((stopped) => [stopped, once]));
  });
});
