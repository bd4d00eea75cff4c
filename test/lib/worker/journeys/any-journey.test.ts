import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DAY, HOUR, MINUTE } from '@/lib/base/time';
import { momentOfLocal, localOf, type LocalDateTime } from '@/lib/model/reminders/times/local-time';
import { NOON } from '../../../helpers/clock';
import { type Desk, openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { nextAlarm, remindAt } from '../../../helpers/journey';
import { travelTo, ZONES } from '../../../helpers/zone';

/** A stay somewhere: the zone, and how long, ms. */
const stay = fc.tuple(fc.constantFrom(...ZONES), fc.integer({ min: HOUR, max: 90 * DAY }));

/** When to be reminded within a year, in minutes from the start. */
const times = fc.uniqueArray(fc.integer({ min: 60, max: 365 * 24 * 60 }), {
  minLength: 20,
  maxLength: 20,
});

type Stay = [zone: string, ms: number];

/** Reminders a minute apart: one is due at the moment of leaving. Once one was missed by the test. */
const A_MINUTE_APART = Array.from({ length: 20 }, (_, index) => 60 + index);
const SHORT_STAYS: Stay[] = [
  ['Europe/Berlin', HOUR],
  ['UTC', HOUR],
];

describe('on any journey', { timeout: 120_000 }, () => {
  it('every reminder rings once, at its time of day or on arrival after it', async () => {
    const journey = fc.asyncProperty(times, fc.array(stay, { minLength: 1, maxLength: 6 }), live);
    await fc.assert(journey, {
      numRuns: 10,
      examples: [[A_MINUTE_APART, SHORT_STAYS]],
      // A smaller journey tells no more, and takes minutes to be found.
      endOnFailure: true,
    });
  });
});

/** Goes where it is told, and sees to it that each rings when it should. */
async function live(minutes: number[], stays: Stay[]): Promise<void> {
  travelTo('Europe/Berlin');
  const desk = await openDesk({ chats: 0 });
  const walls = new Map<string, LocalDateTime>();
  for (const minute of minutes) {
    const wall = localOf(NOON + minute * MINUTE);
    const { id } = desk.beeper.addChat();
    walls.set(id, wall);
    await desk.act(id, remindAt(wall));
  }
  await desk.poll();
  const rung: string[] = [];
  for (const [zone, ms] of [...stays, ['Asia/Tokyo', 500 * DAY] as const]) {
    travelTo(zone);
    const arrived = desk.clock.now();
    const listen = () => {
      for (const id of allNotifications().slice(rung.length)) {
        const chatID = id.split(':').slice(2).join(':');
        const due = momentOfLocal(walls.get(chatID) ?? '2000-01-01T00:00');
        expect(desk.clock.now()).toBe(Math.max(due, arrived));
        rung.push(chatID);
      }
    };
    await liveThrough(desk, arrived + ms, listen);
  }
  expect(rung.toSorted()).toStrictEqual([...walls.keys()].toSorted());
  await desk.close();
}

/** Lives through a stay: the browser rings each alarm when it is due, and polls before leaving. */
async function liveThrough(desk: Desk, until: number, listen: () => void): Promise<void> {
  for (;;) {
    await desk.happen(({ alarm }) => alarm('reminders'));
    listen();
    const next = await nextAlarm();
    if (next === undefined || next > until) break;
    desk.clock.set(Math.max(next, desk.clock.now()));
  }
  desk.clock.set(Math.max(until, desk.clock.now()));
  await desk.happen(({ alarm }) => alarm('poll'));
  listen();
}
