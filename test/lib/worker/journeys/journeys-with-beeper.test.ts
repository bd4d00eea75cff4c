import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import { allNotifications } from '../../../helpers/fake-browser';
import {
  goesOn,
  IN_BERLIN,
  IN_NEW_YORK,
  IN_TOKYO,
  NINE,
  remindedInBerlin,
} from '../../../helpers/journey';
import { travelTo } from '../../../helpers/zone';

describe('on a journey Beeper', () => {
  it.each([
    ['moved', { remindAt: IN_BERLIN + HOUR, dismissOnIncomingMessage: false }],
    ['cleared', null],
  ])('keeps what was %s on the phone meanwhile', async (_what, reminder) => {
    const { desk, chat } = await remindedInBerlin();
    desk.beeper.setReminderElsewhere(chat.id, reminder);
    travelTo('Asia/Tokyo');
    await desk.restart();
    expect(chat.reminder).toStrictEqual(reminder);
    expect((await desk.reminder(chat.id))?.at).toBe(reminder?.remindAt);
    expect(await desk.outbox()).toStrictEqual([]);
    await goesOn(desk, IN_TOKYO);
    expect(allNotifications()).toHaveLength(0);
  });

  it('keeps what was set on the phone for later than the one that rang here', async () => {
    const { desk, chat } = await remindedInBerlin();
    const later = { remindAt: IN_NEW_YORK, dismissOnIncomingMessage: false };
    desk.clock.set(IN_TOKYO + HOUR);
    desk.beeper.setReminderElsewhere(chat.id, later);
    travelTo('Asia/Tokyo');
    await desk.restart();
    expect(allNotifications()).toHaveLength(1);
    expect(chat.reminder).toStrictEqual(later);
    await goesOn(desk, IN_NEW_YORK);
    expect(allNotifications()).toHaveLength(2);
  });

  it.each([0, (5 * MINUTE) / 10])(
    'is not believed when its answer left before the move, %d ms before',
    async (ms) => {
      const { desk, chat } = await remindedInBerlin();
      const letGo = desk.holdBack('/v1/chats');
      await desk.poll();
      travelTo('Asia/Tokyo');
      desk.clock.advance(ms);
      await desk.happen(({ alarm }) => alarm('reminders'));
      await letGo();
      const moved = { at: IN_TOKYO, wall: NINE };
      expect(await desk.reminder(chat.id)).toMatchObject(moved);
      await desk.poll();
      expect(await desk.reminder(chat.id)).toMatchObject({ ...moved, kept: 'seen' });
      expect(chat.reminder?.remindAt).toBe(IN_TOKYO);
    },
  );

  it('has it where the journey ended, though a move on the way was still arriving', async () => {
    const { desk, chat } = await remindedInBerlin();
    const letGo = desk.holdBack('/reminders');
    for (const zone of ['Asia/Tokyo', 'America/New_York']) {
      travelTo(zone);
      await desk.happen(({ alarm }) => alarm('reminders'));
    }
    expect(chat.reminder?.remindAt).toBe(IN_TOKYO);
    await letGo();
    expect(chat.reminder?.remindAt).toBe(IN_NEW_YORK);
    expect(await desk.reminder(chat.id)).toMatchObject({ at: IN_NEW_YORK, wall: NINE });
  });

  it('is not believed while the move waits for it', async () => {
    const { desk, chat } = await remindedInBerlin();
    await desk.beeper.fault('500', { when: ({ path }) => path.endsWith('/reminders') });
    travelTo('Asia/Tokyo');
    for (let polls = 0; polls < 3; polls += 1) await desk.poll();
    expect(chat.reminder?.remindAt).toBe(IN_BERLIN);
    expect(await desk.reminder(chat.id)).toMatchObject({ at: IN_TOKYO, wall: NINE });
    await desk.beeper.heal();
    desk.clock.advance(HOUR);
    await desk.happen(({ alarm }) => alarm('outbox'));
    expect(chat.reminder?.remindAt).toBe(IN_TOKYO);
  });
});
