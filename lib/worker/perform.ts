import type { BeeperApi } from '../api/client';
import type { ReminderForm } from '../api/features';
import { CompanionError } from '../errors';
import type { Intent } from '../intents';

/** What was learnt of the server by doing it. */
export interface Performed {
  reminderForm?: ReminderForm;
}

/** Does at Beeper what the intent says. */
export async function perform(
  api: BeeperApi,
  chatID: string,
  intent: Intent,
  likelyForm: ReminderForm,
): Promise<Performed> {
  switch (intent.kind) {
    case 'archive':
      return done(api.archive(chatID, true));
    case 'unarchive':
      return done(api.archive(chatID, false));
    case 'markRead':
      return done(api.markRead(chatID));
    case 'markUnread':
      return done(api.markUnread(chatID));
    case 'remind':
      return remind(api, chatID, intent, likelyForm);
    case 'clearReminder':
      return done(api.clearReminder(chatID).catch(unlessGone));
    case 'mute':
      return done(api.mute(chatID, true));
    case 'unmute':
      return done(api.mute(chatID, false));
  }
}

async function done(call: Promise<unknown>): Promise<Performed> {
  await call;
  return {};
}

type Remind = Extract<Intent, { kind: 'remind' }>;

/** Tries the likely form, then the other: which one a server takes is only known by its answer. */
async function remind(
  api: BeeperApi,
  chatID: string,
  intent: Remind,
  likely: ReminderForm,
): Promise<Performed> {
  const other: ReminderForm = likely === 'iso' ? 'ms' : 'iso';
  try {
    await api.remind(chatID, bodyOf(intent, likely));
    return { reminderForm: likely };
  } catch (error) {
    if (!(error instanceof CompanionError) || error.code !== 'refused') throw error;
    await api.remind(chatID, bodyOf(intent, other));
    return { reminderForm: other };
  }
}

function bodyOf({ at, dismissOnIncoming }: Remind, form: ReminderForm) {
  const moment = form === 'iso' ? { remindAt: new Date(at).toISOString() } : { remindAtMs: at };
  return { ...moment, dismissOnIncomingMessage: dismissOnIncoming };
}

/** No reminder to clear is a cleared reminder. */
function unlessGone(error: unknown): void {
  if (!(error instanceof CompanionError) || error.code !== 'chatGone') throw error;
}
