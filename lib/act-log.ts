import type { Chat } from './chat';
import type { ErrorCode } from './errors';
import { type Intent, type StampedIntent, undoOf, type WantedReminder } from './intents';
import type { Outbox, OutboxEntry } from './outbox';
import { hasRung, type Reminder, type Reminders } from './reminders';

/** An act of this popup: what was asked, what it was about, and how to take it back. */
export interface Act {
  stamped: StampedIntent;
  title: string;
  undo: Intent;
  /** An undo says so, and is not offered to be undone. */
  isUndo: boolean;
}

export function newAct(id: string, chat: Chat, intent: Intent, reminders: Reminders): Act {
  return {
    stamped: { id, chatID: chat.id, intent },
    title: chat.title,
    undo: undoOf(intent, {
      reminder: reminderBefore(reminders[chat.id]),
      ...(chat.box && { box: chat.box }),
    }),
    isUndo: false,
  };
}

/** One that has rung is over: there is nothing to go back to. */
function reminderBefore(reminder: Reminder | undefined): WantedReminder | null {
  if (!reminder || hasRung(reminder)) return null;
  const { at, dismissOnIncoming, wall } = reminder;
  return { at, dismissOnIncoming, ...(wall && { wall }) };
}

/** The act that takes this one back. */
export function undoingAct(id: string, act: Act): Act {
  const { chatID, intent } = act.stamped;
  return {
    stamped: { id, chatID, intent: act.undo },
    title: act.title,
    undo: intent,
    isUndo: true,
  };
}

/** Acts the worker has not stored yet: shown as done until its snapshot knows of them. */
export function unstored(acts: readonly Act[], { entries, done }: Outbox): Act[] {
  return acts.filter(
    ({ stamped: { id } }) => !done.includes(id) && !entries.some((entry) => entry.id === id),
  );
}

/** The outbox as if the worker had already stored these. */
export function withActs(outbox: Outbox, acts: readonly Act[]): Outbox {
  const missing = unstored(acts, outbox).map(({ stamped }) => asEntry(stamped));
  return missing.length > 0 ? { ...outbox, entries: [...outbox.entries, ...missing] } : outbox;
}

/** What became of an act so far, as far as a person must be told. */
export type Fate =
  | { state: 'fine' }
  /** Beeper is away or in trouble: the act waits and will be done. */
  | { state: 'waiting'; error: ErrorCode }
  | { state: 'failed'; error: ErrorCode }
  /** Beeper did not take the reminder; it rings in this browser. */
  | { state: 'keptHere' };

export function fateOf({ stamped }: Act, outbox: Outbox, reminders: Reminders): Fate {
  const entry = outbox.entries.find(({ id }) => id === stamped.id);
  if (entry?.error && entry.state === 'failed') return { state: 'failed', error: entry.error };
  if (entry?.error) return { state: 'waiting', error: entry.error };
  const isDone = outbox.done.includes(stamped.id);
  const isHere = stamped.intent.kind === 'remind' && reminders[stamped.chatID]?.kept === 'here';
  return isDone && isHere ? { state: 'keptHere' } : { state: 'fine' };
}

function asEntry(stamped: StampedIntent): OutboxEntry {
  return { ...stamped, state: 'queued', attempts: 0, notBefore: 0 };
}
