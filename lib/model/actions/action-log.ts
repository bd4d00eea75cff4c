import type { Chat } from '@/lib/model/chats/chat';
import { hasRung, type Reminder, reminderOf, type Reminders } from '@/lib/model/reminders/reminder';
import { type Intent, type PendingIntent, undoOf, type WantedReminder } from './intent';
import type { Outbox, OutboxEntry } from './outbox';

/** What is wanted of one chat. */
export interface RequestedAction {
  chat: Chat;
  intent: Intent;
}

/** What an act does to one chat, and how to take that back. */
export interface Step {
  stamped: PendingIntent;
  title: string;
  undo: Intent;
  /** The chat's activity when it was done, ms: what came later is news to whoever did it. */
  seenTo: number;
  /** The moment, ms, of the reminder that had rung for the chat and may be closed by it. */
  rang?: number;
}

/** What a person did in one go, with one chat or with many; taken back in one go. */
export interface Act {
  steps: readonly Step[];
  /** The act it takes back, where it is an undo. */
  undoes?: Act;
}

/** An act is known by its first step; one that found nothing left to take back has none. */
export function idOf({ steps }: Act): string | undefined {
  return steps[0]?.stamped.id;
}

export function newAct(id: string, wanted: readonly RequestedAction[], reminders: Reminders): Act {
  return {
    steps: wanted.map(({ chat, intent }, index) =>
      stepOf({ id: `${id}:${index}`, chatID: chat.id, intent }, chat, reminders),
    ),
  };
}

/** @param chat as it is before */
export function stepOf(stamped: PendingIntent, chat: Chat, reminders: Reminders): Step {
  const reminder = reminderOf(reminders, chat.id);
  const rang = reminder?.bell === 'rung' && { rang: reminder.at };
  return {
    stamped,
    title: chat.title,
    undo: undoOf(stamped.intent, {
      reminder: reminderBefore(reminder),
      ...(chat.box && { box: chat.box }),
      ...rang,
    }),
    seenTo: chat.lastActivity,
    ...rang,
  };
}

/** One that has rung is not set again: it would ring a second time. */
function reminderBefore(reminder: Reminder | undefined): WantedReminder | null {
  if (!reminder || hasRung(reminder)) return null;
  const { at, dismissOnIncoming, wall } = reminder;
  return { at, dismissOnIncoming, ...(wall && { wall }) };
}

/** Acts the worker has not stored yet: shown as done until its snapshot knows of them. */
export function unstored(acts: readonly Act[], outbox: Outbox): Act[] {
  const isKnown = knownTo(outbox);
  return acts.filter(({ steps }) => steps.some(({ stamped }) => !isKnown(stamped.id)));
}

/** What is known of the worker, as if it had already stored these. */
export function withActs<K extends { outbox: Outbox }>(known: K, acts: readonly Act[]): K {
  if (acts.length === 0) return known;
  const { outbox } = known;
  const isKnown = knownTo(outbox);
  const missing = acts
    .flatMap(({ steps }) => steps)
    .filter(({ stamped }) => !isKnown(stamped.id))
    .map(({ stamped }) => asEntry(stamped));
  if (missing.length === 0) return known;
  return { ...known, outbox: { ...outbox, entries: [...outbox.entries, ...missing] } };
}

function knownTo({ entries, done }: Outbox): (id: string) => boolean {
  const known = new Set([...done, ...entries.map(({ id }) => id)]);
  return (id) => known.has(id);
}

function asEntry(stamped: PendingIntent): OutboxEntry {
  return { ...stamped, state: 'queued', attempts: 0, notBefore: 0 };
}
