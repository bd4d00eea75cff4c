import type { ErrorCode } from '@/lib/base/errors';
import { reminderOf, type Reminders } from '@/lib/model/reminders/reminder';
import type { Step } from './action-log';
import type { Outbox } from './outbox';

/** What became of a step so far, as far as a person must be told. */
export type EntryOutcome =
  | { state: 'fine' }
  /** Beeper is away or in trouble: it waits and will be done. */
  | { state: 'waiting'; error: ErrorCode }
  | { state: 'failed'; error: ErrorCode }
  /** Beeper did not take the reminder; it rings in this browser. */
  | { state: 'keptHere' };

export function outcomeOf({ stamped }: Step, outbox: Outbox, reminders: Reminders): EntryOutcome {
  const entry = outbox.entries.find(({ id }) => id === stamped.id);
  if (entry?.error && entry.state === 'failed') return { state: 'failed', error: entry.error };
  if (entry?.error) return { state: 'waiting', error: entry.error };
  const isDone = outbox.done.includes(stamped.id);
  const isHere =
    stamped.intent.kind === 'remind' && reminderOf(reminders, stamped.chatID)?.kept === 'here';
  return isDone && isHere ? { state: 'keptHere' } : { state: 'fine' };
}
