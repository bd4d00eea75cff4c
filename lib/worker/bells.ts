import { CompanionError } from '../errors';
import { warn } from '../log';
import { isShowing, notificationID, showReminder } from '../notifications';
import { type Bell, changeReminder, dueReminders, type Reminder } from '../reminders';
import { dismissReminder } from './intend';
import { type Deps, openSession } from './session';
import { wroteFirst } from './wrote-first';

/** Rings every reminder whose moment has come, each once, also over the worker's death. */
export async function ringDue(deps: Deps): Promise<void> {
  const { reminders } = await deps.store.read();
  for (const reminder of dueReminders(reminders, deps.now())) {
    if (await isAnswered(deps, reminder)) await dismissReminder(deps.store, reminder);
    else await ring(deps, reminder);
  }
}

async function ring(deps: Deps, reminder: Reminder): Promise<void> {
  const wasCutOff = reminder.bell === 'ringing';
  if (wasCutOff && (await isShowing(notificationID(reminder)))) {
    return setBell(deps, reminder, 'rung');
  }
  await setBell(deps, reminder, 'ringing');
  const { chats } = await deps.store.read();
  try {
    await showReminder(reminder, chats.get(reminder.chatID), deps.now());
    await setBell(deps, reminder, 'rung');
  } catch (error) {
    warn('a reminder could not be shown and stays due', error);
  }
}

/** Asked at the last moment; when Beeper cannot be asked, ringing is the safe side. */
async function isAnswered(deps: Deps, reminder: Reminder): Promise<boolean> {
  const session = reminder.dismissOnIncoming ? await openSession(deps) : undefined;
  if (!session) return false;
  return wroteFirst(session, reminder).catch((error: unknown) => {
    if (error instanceof CompanionError) return false;
    throw error;
  });
}

async function setBell({ store }: Deps, { chatID, at }: Reminder, bell: Bell): Promise<void> {
  await store.update((state) =>
    state.reminders[chatID]?.at === at
      ? { ...state, reminders: changeReminder(state.reminders, chatID, { bell }) }
      : state,
  );
}
