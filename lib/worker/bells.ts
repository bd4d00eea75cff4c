import { CompanionError } from '../errors';
import { warn } from '../log';
import { isShowing, notificationID, showReminder } from '../notifications';
import { forEachFew } from '../parallel';
import { type Bell, changeReminder, dueReminders, hasRung, type Reminder } from '../reminders';
import { dismissReminder } from './intend';
import { type Deps, openSession } from './session';
import type { State } from './state';
import { wroteFirst } from './wrote-first';

/** Rings every reminder whose moment has come, each once, also over the worker's death. */
export async function ringDue(deps: Deps): Promise<void> {
  const { reminders } = await deps.store.read();
  await forEachFew(dueReminders(reminders, deps.now()), AT_ONCE, async (reminder) => {
    if (await isAnswered(deps, reminder)) await dismissReminder(deps.store, reminder);
    else await ring(deps, reminder);
  });
}

const AT_ONCE = 4;

async function ring(deps: Deps, reminder: Reminder): Promise<void> {
  const wasCutOff = reminder.bell === 'ringing';
  if (wasCutOff && (await isShowing(notificationID(reminder)))) {
    await setBell(deps, reminder, 'rung');
    return;
  }
  // Cleared or moved while Beeper was asked: there is nothing to ring.
  if (!(await setBell(deps, reminder, 'ringing'))) return;
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

/** @returns whether the reminder is still there as it was. */
async function setBell({ store }: Deps, { chatID, at }: Reminder, bell: Bell): Promise<boolean> {
  const change = (state: State): State => {
    const current = state.reminders[chatID];
    if (current?.at !== at || hasRung(current)) return state;
    return { ...state, reminders: changeReminder(state.reminders, chatID, { bell }) };
  };
  // On a full disk it rings all the same; the worker remembers, and writes it when there is room.
  const { reminders } = await store.update(change).catch(() => store.read());
  return reminders[chatID]?.at === at && reminders[chatID].bell === bell;
}
