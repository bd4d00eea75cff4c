import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import { AGES } from '../../../beeper/age';
import { NOON } from '../../../helpers/clock';
import { type Desk, openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { addKnownChat, writesTo } from '../../../helpers/story';

const AT = NOON + 5 * HOUR;
const REMIND: Intent = { kind: 'remind', at: AT, dismissOnIncoming: false };
const UNLESS_THEY_WRITE: Intent = { ...REMIND, dismissOnIncoming: true };
const SET = 'POST /v1/chats/:chatID/reminders';
const CLEAR = 'DELETE /v1/chats/:chatID/reminders';

/** The moment comes, and with it the alarm. */
async function comes(desk: Desk, at = AT): Promise<void> {
  desk.clock.set(at);
  await desk.happen(({ alarm }) => alarm('reminders'));
}

describe('a reminder', () => {
  it.each([
    ['current', { remindAt: new Date(AT).toISOString() }],
    ['v4.2.600', { remindAtMs: AT }],
    ['v4.1.300', { remindAtMs: AT }],
  ] as const)('is kept by Beeper %s in its own form', async (age, moment) => {
    const desk = await openDesk({ age, chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    const [write] = desk.beeper.writes();
    expect(write?.body).toStrictEqual({ reminder: { ...moment, dismissOnIncomingMessage: false } });
    expect(chat.reminder).toStrictEqual({ remindAt: AT, dismissOnIncomingMessage: false });
    expect(await desk.reminder(chat.id)).toMatchObject({ at: AT, bell: 'set', kept: 'sent' });
  });

  it.each(AGES)('rings in the browser, once, whatever Beeper %s does', async (age) => {
    const desk = await openDesk({ age, chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    await comes(desk);
    expect(await desk.notifications()).toMatchObject([{ title: 'Ada' }]);
    await desk.poll();
    await desk.restart();
    await comes(desk, AT + HOUR);
    desk.beeper.ringReminder(chat.id);
    await desk.poll();
    expect(allNotifications()).toHaveLength(1);
  });

  it('does not ring before its time', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    await comes(desk, AT - 1);
    expect(allNotifications()).toStrictEqual([]);
  });

  it('rings though Beeper is away', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('down');
    await desk.act(chat.id, UNLESS_THEY_WRITE);
    await comes(desk);
    expect(allNotifications()).toHaveLength(1);
  });

  it('rings late and says since when, when the computer was off', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    desk.clock.set(AT + 2 * HOUR);
    await desk.restart();
    const [shown] = await desk.notifications();
    expect(shown?.message).toMatch(/^Reminder, was due/);
  });

  it('that Beeper refuses rings in this browser', async () => {
    const desk = await openDesk({ chats: 3, switches: { remindersRefused: true } });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    await desk.poll();
    expect(await desk.reminder(chat.id)).toMatchObject({ kept: 'here', bell: 'set' });
    expect(await desk.outbox()).toStrictEqual([]);
    await comes(desk);
    expect(allNotifications()).toHaveLength(1);
  });

  it('that only this browser keeps is cleared without asking Beeper', async () => {
    const desk = await openDesk({ chats: 3, switches: { remindersRefused: true } });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    await desk.act(chat.id, { kind: 'clearReminder' });
    expect(await desk.outbox()).toStrictEqual([]);
    await comes(desk);
    expect(allNotifications()).toStrictEqual([]);
  });

  it('whose answer was lost before Beeper refused it is cleared there as well', async () => {
    const desk = await openDesk({ age: 'v4.2.600', chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('reset-in-body', {
      isApplied: true,
      when: ({ route }) => route === SET,
    });
    await desk.act(chat.id, REMIND);
    await desk.beeper.heal();
    desk.beeper.switches.remindersRefused = true;
    desk.clock.advance(MINUTE);
    await desk.happen(({ alarm }) => alarm('outbox'));
    expect(await desk.reminder(chat.id)).toMatchObject({ kept: 'here', isTried: true });
    desk.beeper.switches.remindersRefused = false;
    await desk.act(chat.id, { kind: 'clearReminder' });
    expect(writesTo(desk, chat).at(-1)).toBe(CLEAR);
    expect(chat.reminder).toBeNull();
  });

  it('that this browser keeps is not replaced by the older one Beeper did not change', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    desk.beeper.switches.remindersRefused = true;
    await desk.act(chat.id, { ...REMIND, at: AT + HOUR });
    await desk.poll();
    expect(await desk.reminder(chat.id)).toMatchObject({ at: AT + HOUR, kept: 'here' });
  });

  it.each(AGES)('is cleared at Beeper %s and does not ring', async (age) => {
    const desk = await openDesk({ age, chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, REMIND);
    await desk.act(chat.id, { kind: 'clearReminder' });
    expect(writesTo(desk, chat)).toStrictEqual([SET, CLEAR]);
    await desk.poll();
    await comes(desk);
    expect(chat.reminder).toBeNull();
    expect(allNotifications()).toStrictEqual([]);
  });
});

describe('a reminder set in Beeper', () => {
  it('rings in the browser as well', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    desk.beeper.setReminderElsewhere(chat.id, { remindAt: AT, dismissOnIncomingMessage: false });
    await desk.poll();
    await comes(desk);
    expect(await desk.notifications()).toMatchObject([{ title: 'Ada' }]);
  });

  it('is moved when it is moved there', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    desk.beeper.setReminderElsewhere(chat.id, { remindAt: AT });
    await desk.poll();
    desk.beeper.setReminderElsewhere(chat.id, { remindAt: AT + HOUR });
    await desk.poll();
    await comes(desk);
    expect(allNotifications()).toStrictEqual([]);
    await comes(desk, AT + HOUR);
    expect(allNotifications()).toHaveLength(1);
  });

  it('does not ring when it is cleared there', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    desk.beeper.setReminderElsewhere(chat.id, { remindAt: AT });
    await desk.poll();
    desk.beeper.setReminderElsewhere(chat.id, null);
    await desk.poll();
    await comes(desk);
    expect(allNotifications()).toStrictEqual([]);
  });

  it('and due before the companion was connected does not ring', async () => {
    const desk = await openDesk({ chats: 30 });
    await desk.poll();
    expect(allNotifications()).toStrictEqual([]);
  });

  it('does not ring again when Beeper keeps it after it rang', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    desk.beeper.setReminderElsewhere(chat.id, { remindAt: AT, dismissOnIncomingMessage: false });
    await desk.poll();
    await comes(desk);
    for (let polls = 0; polls < 3; polls += 1) await desk.poll();
    await comes(desk, AT + 3 * HOUR);
    expect(allNotifications()).toHaveLength(1);
  });
});

describe('a reminder for when they do not write first', () => {
  it.each(AGES)('is dropped when they write, also at Beeper %s', async (age) => {
    const desk = await openDesk({ age, chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, UNLESS_THEY_WRITE);
    desk.clock.advance(MINUTE);
    desk.beeper.receive(chat.id, { text: 'Here I am' });
    await desk.poll();
    expect((await desk.reminder(chat.id))?.bell).toBe('done');
    expect(chat.reminder).toBeNull();
    await comes(desk);
    expect(allNotifications()).toStrictEqual([]);
  });

  it.each(AGES)('stays when they only react, with Beeper %s', async (age) => {
    const desk = await openDesk({ age, chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, UNLESS_THEY_WRITE);
    desk.clock.advance(MINUTE);
    desk.beeper.receive(chat.id, { type: 'REACTION', isQuiet: true });
    await desk.poll();
    await comes(desk);
    expect(allNotifications()).toHaveLength(1);
  });

  it('asks Beeper at the last moment', async () => {
    const desk = await openDesk({ age: 'v4.2.600', chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, UNLESS_THEY_WRITE);
    desk.clock.advance(MINUTE);
    desk.beeper.receive(chat.id, { text: 'Just in time' });
    await comes(desk);
    expect(allNotifications()).toStrictEqual([]);
    expect(chat.reminder).toBeNull();
  });
});
