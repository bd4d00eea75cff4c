import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE, SECOND } from '@/lib/base/time';
import { eventually } from '../../../browsers/eventually';
import { openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { NOON } from '../../../helpers/clock';

const AT = NOON + HOUR;

/** A reminder that Beeper has, and its chat. */
async function reminded() {
  const desk = await openDesk({ chats: 3 });
  const chat = desk.beeper.addChat({ title: 'Ada', type: 'single' });
  desk.beeper.setReminderElsewhere(chat.id, { remindAt: AT, dismissOnIncomingMessage: false });
  await desk.poll();
  expect(await desk.reminder(chat.id)).toMatchObject({ at: AT, kept: 'seen' });
  desk.clock.set(AT - MINUTE);
  await desk.poll();
  return { desk, chat };
}

describe('a reminder that was changed in Beeper in its last half minute', () => {
  it('does not ring at the old time where it was moved', async () => {
    const { desk, chat } = await reminded();
    desk.beeper.setReminderElsewhere(chat.id, { remindAt: AT + HOUR });
    desk.clock.set(AT);
    await desk.happen(({ alarm }) => alarm('reminders'));
    expect(allNotifications()).toStrictEqual([]);
    expect(await desk.reminder(chat.id)).toMatchObject({ at: AT + HOUR, bell: 'set' });
  });

  it('does not ring where it was cleared, and nobody told of it', async () => {
    const { desk, chat } = await reminded();
    desk.beeper.setReminderElsewhere(chat.id, null);
    desk.clock.set(AT - 2 * SECOND - 50);
    // Whatever happens has the timers set anew.
    await desk.restart();
    await eventually(async () => (await desk.reminder(chat.id)) === undefined || false);
    desk.clock.set(AT);
    await desk.happen(({ alarm }) => alarm('reminders'));
    expect(allNotifications()).toStrictEqual([]);
  });

  it('rings where Beeper has rung it already', async () => {
    const { desk, chat } = await reminded();
    desk.beeper.ringReminder(chat.id);
    desk.clock.set(AT - SECOND);
    await desk.poll();
    desk.clock.set(Math.max(AT, desk.clock.now()));
    await desk.happen(({ alarm }) => alarm('reminders'));
    expect(allNotifications()).toHaveLength(1);
  });

  it('rings in time while Beeper never answers', async () => {
    const { desk } = await reminded();
    await desk.beeper.fault('hanging');
    desk.clock.set(AT);
    const ringing = desk.companion;
    ringing.alarm('reminders');
    await eventually(() => allNotifications().length === 1);
    // What still waits for an answer is cut off.
    await desk.beeper.fault('down');
  });
});
