import { CompanionError } from '@/lib/base/errors';
import type { BeeperApi } from '@/lib/beeper/client';
import type { Intent } from '@/lib/model/actions/intent';
import type { ReminderForm } from '@/lib/model/chats/features';

/** What was learnt of the server by doing it. */
export interface Performed {
  reminderForm?: ReminderForm;
}

/** What is known of the server and the chat beforehand. */
export interface Known {
  /** The form of a reminder to try first. */
  reminderForm: ReminderForm;
  isPinned?: boolean;
}

/** Does at Beeper what the intent says. */
export async function perform(
  api: BeeperApi,
  chatID: string,
  intent: Intent,
  known: Known,
): Promise<Performed> {
  switch (intent.kind) {
    case 'archive':
      return archive(api, chatID, known.isPinned ?? false);
    case 'unarchive':
      return done(api.archive(chatID, false));
    case 'markRead':
      return done(api.markRead(chatID));
    case 'markUnread':
      return done(api.markUnread(chatID));
    case 'remind':
      return remind(api, chatID, intent, known.reminderForm);
    case 'clearReminder':
      return done(api.clearReminder(chatID).catch(unlessGone));
    case 'mute':
    case 'unmute':
      return done(api.change(chatID, { isMuted: intent.kind === 'mute' }));
    case 'pin':
    case 'unpin':
      return done(api.change(chatID, { isPinned: intent.kind === 'pin' }));
    case 'lowPriority':
    case 'normalPriority':
      return done(api.change(chatID, { isLowPriority: intent.kind === 'lowPriority' }));
  }
}

async function done(call: Promise<unknown>): Promise<Performed> {
  await call;
  return {};
}

/**
 * Beeper was seen to keep pinned chats where they are (docs/beeper-api.md): whether one has gone is
 * looked at, because a yes may not be meant.
 */
async function archive(api: BeeperApi, chatID: string, isPinned: boolean): Promise<Performed> {
  if (!isPinned) return done(api.archive(chatID, true));
  await api.archive(chatID, true).catch(becauseItIsPinned);
  const { isArchived } = await api.chat(chatID);
  // Left out it is false (https://developers.beeper.com).
  if (isArchived !== true) throw new CompanionError('pinned');
  return {};
}

function becauseItIsPinned(error: unknown): never {
  const isRefused = error instanceof CompanionError && error.code === 'refused';
  throw isRefused ? new CompanionError('pinned') : error;
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
