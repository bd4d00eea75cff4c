import { describe, expect, it } from 'vitest';

import { DAY, HOUR, MINUTE } from '@/lib/base/time';
import type { LocalDateTime } from '@/lib/model/reminders/times/local-time';
import { AGES } from '../../../beeper/age';
import { openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import {
  CLEAR,
  comes,
  goesOn,
  IN_BERLIN,
  IN_NEW_YORK,
  IN_TOKYO,
  nextAlarm,
  NINE,
  remindAt,
  remindedInBerlin,
  SET,
} from '../../../helpers/journey';
import { addKnownChat, writesTo } from '../../../helpers/story';
import { travelTo } from '../../../helpers/zone';

describe('a reminder for a time of day', () => {
  it.each(AGES)('goes along on a journey, here and at Beeper %s', async (age) => {
    const { desk, chat } = await remindedInBerlin({ age });
    expect(await desk.reminder(chat.id)).toMatchObject({ at: IN_BERLIN, wall: NINE });
    for (const [zone, at] of [
      ['Asia/Tokyo', IN_TOKYO],
      ['America/New_York', IN_NEW_YORK],
    ] as const) {
      travelTo(zone);
      await desk.poll();
      expect(await desk.reminder(chat.id)).toMatchObject({ at, wall: NINE, bell: 'set' });
      expect(chat.reminder?.remindAt).toBe(at);
      expect(await nextAlarm()).toBe(at);
    }
    expect(writesTo(desk, chat)).toStrictEqual([SET, SET, SET]);
    await goesOn(desk, IN_TOKYO, IN_BERLIN);
    await comes(desk, IN_NEW_YORK - 1);
    expect(allNotifications()).toHaveLength(0);
    await goesOn(desk, IN_NEW_YORK, IN_NEW_YORK + HOUR);
    expect(allNotifications()).toHaveLength(1);
  });

  it('goes along there and back and there again', async () => {
    const { desk, chat } = await remindedInBerlin();
    for (const zone of ['Asia/Tokyo', 'Europe/Berlin', 'Asia/Tokyo']) {
      travelTo(zone);
      await desk.poll();
    }
    expect(chat.reminder?.remindAt).toBe(IN_TOKYO);
    await goesOn(desk, IN_TOKYO, IN_BERLIN);
    expect(allNotifications()).toHaveLength(1);
  });

  it('is moved once, however often it is looked at', async () => {
    const { desk, chat } = await remindedInBerlin();
    travelTo('Asia/Tokyo');
    await desk.happen(({ alarm }) => ['poll', 'reminders', 'poll', 'outbox'].forEach(alarm));
    await desk.poll();
    expect(writesTo(desk, chat)).toStrictEqual([SET, SET]);
  });

  it('goes along for a worker that has only just started', async () => {
    const { desk, chat } = await remindedInBerlin();
    travelTo('America/New_York');
    await desk.restart();
    expect(await desk.reminder(chat.id)).toMatchObject({ at: IN_NEW_YORK });
    expect(chat.reminder?.remindAt).toBe(IN_NEW_YORK);
  });

  it('does not ring when it was due where the journey began', async () => {
    const { desk, chat } = await remindedInBerlin();
    travelTo('America/New_York');
    await comes(desk, IN_BERLIN);
    expect(allNotifications()).toHaveLength(0);
    expect(chat.reminder?.remindAt).toBe(IN_NEW_YORK);
    await goesOn(desk, IN_NEW_YORK);
    expect(allNotifications()).toHaveLength(1);
  });

  it.each(AGES)('that a journey puts in the past rings at once, once, with %s', async (age) => {
    const { desk, chat } = await remindedInBerlin({ age });
    desk.clock.set(IN_TOKYO + HOUR);
    await desk.poll();
    travelTo('Asia/Tokyo');
    await desk.poll();
    const [shown] = await desk.notifications();
    expect(shown?.message).toMatch(/^Reminder, was due/);
    expect(writesTo(desk, chat)).toStrictEqual([SET, CLEAR]);
    expect(chat.reminder).toBeNull();
    await goesOn(desk, IN_BERLIN, IN_NEW_YORK);
    expect(allNotifications()).toHaveLength(1);
  });

  it('rings once though Beeper was away all the time it was due', async () => {
    const { desk, chat } = await remindedInBerlin();
    await desk.beeper.fault('down');
    travelTo('Asia/Tokyo');
    await desk.poll();
    await comes(desk, IN_TOKYO);
    await desk.poll();
    expect(await desk.reminder(chat.id)).toMatchObject({ bell: 'rung' });
    await desk.beeper.heal();
    await desk.poll();
    expect(chat.reminder).toBeNull();
    await goesOn(desk, IN_BERLIN, IN_NEW_YORK);
    expect(allNotifications()).toHaveLength(1);
    expect(await desk.outbox()).toStrictEqual([]);
  });

  it('that was not sent yet is sent for the new moment alone', async () => {
    travelTo('Europe/Berlin');
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('down');
    await desk.act(chat.id, remindAt(NINE));
    travelTo('Asia/Tokyo');
    await desk.poll();
    await desk.beeper.heal();
    await desk.poll();
    expect(writesTo(desk, chat)).toStrictEqual([SET]);
    expect(chat.reminder?.remindAt).toBe(IN_TOKYO);
  });

  it('that Beeper refused goes along in this browser alone', async () => {
    const { desk, chat } = await remindedInBerlin({ switches: { remindersRefused: true } });
    desk.beeper.clearRequests();
    travelTo('Asia/Tokyo');
    await desk.poll();
    expect(await desk.reminder(chat.id)).toMatchObject({ at: IN_TOKYO, kept: 'here' });
    expect(writesTo(desk, chat)).toStrictEqual([]);
    await goesOn(desk, IN_TOKYO, IN_BERLIN);
    expect(allNotifications()).toHaveLength(1);
  });

  it('keeps since when somebody may have written first', async () => {
    travelTo('Europe/Berlin');
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, remindAt(NINE, true));
    desk.clock.advance(MINUTE);
    desk.beeper.receive(chat.id, { text: 'Here I am' });
    travelTo('Asia/Tokyo');
    await desk.poll();
    expect((await desk.reminder(chat.id))?.bell).toBe('done');
    await goesOn(desk, IN_TOKYO, IN_BERLIN);
    expect(allNotifications()).toHaveLength(0);
  });

  it('has its time of day back when clearing it is undone', async () => {
    const { desk, chat } = await remindedInBerlin();
    await desk.act(chat.id, { kind: 'clearReminder' });
    await desk.act(chat.id, remindAt(NINE));
    travelTo('Asia/Tokyo');
    await desk.poll();
    expect(chat.reminder?.remindAt).toBe(IN_TOKYO);
  });
});

describe('a reminder that is no time of day', () => {
  it('stays a moment when it was set for an hour from now', async () => {
    travelTo('Europe/Berlin');
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, { kind: 'remind', at: IN_BERLIN, dismissOnIncoming: false });
    travelTo('Asia/Tokyo');
    await desk.poll();
    expect(await desk.reminder(chat.id)).toMatchObject({ at: IN_BERLIN });
    expect(writesTo(desk, chat)).toStrictEqual([SET]);
  });

  it('stays a moment when it was set in Beeper', async () => {
    travelTo('Europe/Berlin');
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    desk.beeper.setReminderElsewhere(chat.id, { remindAt: IN_BERLIN });
    await desk.poll();
    travelTo('Asia/Tokyo');
    await desk.poll();
    expect(await desk.reminder(chat.id)).toMatchObject({ at: IN_BERLIN });
    expect(writesTo(desk, chat)).toStrictEqual([]);
  });

  it('is one no more when it was moved in Beeper', async () => {
    const { desk, chat } = await remindedInBerlin();
    desk.beeper.setReminderElsewhere(chat.id, { remindAt: IN_BERLIN + HOUR });
    await desk.poll();
    travelTo('Asia/Tokyo');
    await desk.poll();
    expect(await desk.reminder(chat.id)).not.toHaveProperty('wall');
    expect(chat.reminder?.remindAt).toBe(IN_BERLIN + HOUR);
  });

  it('snoozed for an hour rings in an hour, wherever that is', async () => {
    const { desk, chat } = await remindedInBerlin();
    await comes(desk, IN_BERLIN);
    const [id = ''] = allNotifications();
    await desk.happen(({ notificationButton }) => notificationButton(id, 1));
    travelTo('Asia/Tokyo');
    await desk.poll();
    expect(chat.reminder?.remindAt).toBe(IN_BERLIN + HOUR);
    await goesOn(desk, IN_BERLIN + HOUR);
    expect(allNotifications()).toHaveLength(2);
  });
});

describe('when the clocks change', () => {
  it.each<[string, LocalDateTime, string]>([
    ['Europe/Berlin', '2026-10-26T09:00', '2026-10-26T08:00:00Z'],
    ['Europe/Berlin', '2027-03-29T09:00', '2027-03-29T07:00:00Z'],
    ['America/New_York', '2026-11-02T09:00', '2026-11-02T14:00:00Z'],
    ['America/New_York', '2027-03-15T09:00', '2027-03-15T13:00:00Z'],
  ])('in %s it rings at %s by the new time', async (zone, wall, utc) => {
    travelTo(zone);
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, remindAt(wall));
    await goesOn(desk, Date.parse(utc) - DAY);
    await comes(desk, Date.parse(utc) - 1);
    expect(allNotifications()).toHaveLength(0);
    await goesOn(desk, Date.parse(utc));
    expect(allNotifications()).toHaveLength(1);
    expect(writesTo(desk, chat)).toStrictEqual([SET]);
  });

  it('no more, by a new law, it rings at nine all the same', async () => {
    travelTo('Europe/Berlin');
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, remindAt('2026-12-21T09:00'));
    // Summer time for ever, and the browser has been updated.
    travelTo('Africa/Johannesburg');
    await comes(desk, Date.parse('2026-12-21T06:59:59Z'));
    expect(allNotifications()).toHaveLength(0);
    await goesOn(desk, Date.parse('2026-12-21T07:00:00Z'));
    expect(allNotifications()).toHaveLength(1);
  });
});
