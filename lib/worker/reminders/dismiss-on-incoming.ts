import { readPreview } from '@/lib/beeper/parse/message';
import { isTheirs } from '@/lib/model/chats/chat';
import { changeReminder, hasRung, type Reminder } from '@/lib/model/reminders/reminder';
import type { Session } from '@/lib/worker/core/session';
import { readContext, type State } from '@/lib/worker/core/state';

/**
 * Honours "only if they do not write first": answers the reminders whose chat has had a message
 * of somebody else since they were set.
 */
export async function writtenFirst(session: Session): Promise<Reminder[]> {
  const answered: Reminder[] = [];
  for (const reminder of unchecked(await session.read())) {
    if (await hasIncomingSince(session, reminder)) answered.push(reminder);
  }
  return answered;
}

/** Whether somebody else has written in the chat since the reminder was set. */
export async function hasIncomingSince(session: Session, reminder: Reminder): Promise<boolean> {
  const { items } = await session.api.messages(reminder.chatID);
  const state = await session.read();
  const context = readContext(state);
  const hasWritten = items
    .map((item) => readPreview(item, context))
    .some((message) => message && isTheirs(message) && message.at > reminder.setAt);
  const checkedTo = state.chats.get(reminder.chatID)?.lastActivity ?? 0;
  await session.update((before) => ({
    ...before,
    reminders: changeReminder(before.reminders, reminder.chatID, { checkedTo }),
  }));
  return hasWritten;
}

function unchecked({ reminders, chats }: State): Reminder[] {
  return Object.values(reminders).filter((reminder) => {
    const { dismissOnIncoming, chatID, setAt, checkedTo = setAt } = reminder;
    const lastActivity = chats.get(chatID)?.lastActivity ?? 0;
    return dismissOnIncoming && !hasRung(reminder) && lastActivity > checkedTo;
  });
}
