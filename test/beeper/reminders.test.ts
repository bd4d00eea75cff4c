import { describe, expect, it } from 'vitest';

import { NOON, chatPath, findChat, openBeeper, raw, sdk } from './support';

const LATER = new Date(NOON + 3_600_000).toISOString();

describe('reminders', () => {
  it('are set, replaced and deleted', async () => {
    const beeper = await openBeeper();
    const { reminders } = sdk(beeper).chats;
    const chat = findChat(beeper, ({ reminder }) => reminder === null);
    await reminders.create(chat.id, { reminder: { remindAt: new Date(NOON).toISOString() } });
    await reminders.create(chat.id, {
      reminder: { remindAt: LATER, dismissOnIncomingMessage: false },
    });
    expect(chat.reminder).toStrictEqual({
      remindAt: NOON + 3_600_000,
      dismissOnIncomingMessage: false,
    });
    await reminders.delete(chat.id);
    expect(chat.reminder).toBeNull();
  });

  it('are shown with the chat', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ reminder }) => reminder === null);
    beeper.setReminderElsewhere(chat.id, { remindAt: LATER });
    const { reminder } = await sdk(beeper).chats.retrieve(chat.id);
    expect(reminder).toStrictEqual({ remindAt: LATER, dismissOnIncomingMessage: true });
  });

  it('go away with an incoming message if they are of that kind', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ isArchived }) => !isArchived);
    beeper.setReminderElsewhere(chat.id, { remindAt: LATER, dismissOnIncomingMessage: false });
    beeper.receive(chat.id, { text: 'Hello' });
    expect(chat.reminder).not.toBeNull();
    beeper.setReminderElsewhere(chat.id, { remindAt: LATER, dismissOnIncomingMessage: true });
    beeper.receive(chat.id, { text: 'Hello again' });
    expect(chat.reminder).toBeNull();
  });

  it('ring by bringing the chat back as unread', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ reminder, isArchived }) => reminder !== null && isArchived);
    beeper.ringReminder(chat.id);
    expect(chat).toMatchObject({ reminder: null, isArchived: false, isMarkedUnread: true });
  });

  it.each([
    { remindAt: LATER },
    { reminder: {} },
    { reminder: { remindAt: 'tomorrow' } },
    { reminder: { remindAt: NOON } },
    { reminder: { remindAtMs: NOON } },
    { reminder: { remindAt: LATER, remindAtMs: NOON } },
    { reminder: { remindAt: LATER, note: 'call' } },
    { reminder: { remindAt: LATER, dismissOnIncomingMessage: 'yes' } },
    {},
    [],
  ])('refuse %j', async (body) => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ reminder }) => reminder === null);
    const response = await raw(beeper, chatPath(chat, '/reminders'), { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(chat.reminder).toBeNull();
  });

  it('are refused with a reason when the plan has none left', async () => {
    const beeper = await openBeeper({ switches: { remindersRefused: true } });
    const chat = findChat(beeper, () => true);
    const create = sdk(beeper).chats.reminders.create(chat.id, { reminder: { remindAt: LATER } });
    await expect(create).rejects.toMatchObject({ status: 403, error: { code: 'forbidden' } });
  });
});
