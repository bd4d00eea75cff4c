import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import type { ChatRecord } from '../../../beeper/world/records';
import type { Desk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import {
  CLEAR,
  goesOn,
  IN_BERLIN,
  IN_NEW_YORK,
  IN_TOKYO,
  remindOfAda,
  SET,
} from '../../../helpers/journey';
import { stoppedEverywhere } from '../../../helpers/kills';
import { travelTo } from '../../../helpers/zone';

function theChat({ beeper }: Desk): ChatRecord {
  const found = [...beeper.chats.values()].find(({ title }) => title === 'Ada');
  if (!found) throw new Error('The chat was not made');
  return found;
}

async function prepare(desk: Desk): Promise<void> {
  travelTo('Europe/Berlin');
  await remindOfAda(desk);
}

describe('a journey on which the worker is stopped', { timeout: 60_000 }, () => {
  it.each(['poll', 'reminders', 'wake'] as const)(
    'moves a reminder exactly once, begun by %s',
    async (event) => {
      const seen = await stoppedEverywhere(
        {
          chats: 2,
          prepare,
          play: async (desk) => {
            travelTo('Asia/Tokyo');
            await desk.happen(({ alarm, wake }) => (event === 'wake' ? wake() : alarm(event)));
          },
          afterwards: async (desk) => {
            desk.clock.advance(10 * MINUTE);
            await desk.happen(({ alarm }) => alarm('outbox'));
            await goesOn(desk, IN_TOKYO, IN_BERLIN);
          },
        },
        async (desk) => ({
          sent: desk.beeper.writes().map(({ route }) => route),
          rung: allNotifications().length,
          atBeeper: theChat(desk).reminder?.remindAt,
          waiting: await desk.outbox(),
        }),
      );
      expect(seen.size).toBeGreaterThan(8);
      const once = { sent: [SET], rung: 1, atBeeper: IN_TOKYO, waiting: [] };
      expect([...seen]).toStrictEqual([...seen.keys()].map((stopped) => [stopped, once]));
    },
  );

  it('rings a reminder exactly once that is past where it ends', async () => {
    const seen = await stoppedEverywhere(
      {
        chats: 2,
        prepare: async (desk) => {
          await prepare(desk);
          desk.clock.set(IN_TOKYO + HOUR);
          await desk.poll();
        },
        play: async (desk) => {
          travelTo('Asia/Tokyo');
          await desk.poll();
        },
        afterwards: async (desk) => {
          desk.clock.advance(10 * MINUTE);
          await desk.happen(({ alarm }) => alarm('outbox'));
          await desk.poll();
          await goesOn(desk, IN_BERLIN, IN_NEW_YORK);
        },
      },
      async (desk) => ({
        sent: desk.beeper.writes().map(({ route }) => route),
        rung: allNotifications().length,
        atBeeper: theChat(desk).reminder,
        waiting: await desk.outbox(),
      }),
    );
    expect(seen.size).toBeGreaterThan(8);
    const once = { sent: [CLEAR], rung: 1, atBeeper: null, waiting: [] };
    expect([...seen]).toStrictEqual([...seen.keys()].map((stopped) => [stopped, once]));
  });
});
