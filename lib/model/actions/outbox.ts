import type { ErrorCode } from '@/lib/base/errors';
import { MINUTE, SECOND } from '@/lib/base/time';
import type { Chat } from '@/lib/model/chats/chat';
import { applyIntent, INTENT_GROUP, isDone, type PendingIntent } from './intent';

/**
 * `queued`: waits to be sent. `sending`: the request may have left, so after a crash the server is
 * asked before it is sent again. `failed`: given up, the old state shows, the person may try again.
 */
export type EntryState = 'queued' | 'sending' | 'failed';

export interface OutboxEntry extends PendingIntent {
  state: EntryState;
  attempts: number;
  /** Not to be sent before this moment, ms. */
  notBefore: number;
  /** Why the last attempt did not succeed. */
  error?: ErrorCode;
}

export interface Outbox {
  entries: readonly OutboxEntry[];
  /** Ids of intents already dealt with, newest last, so that a repeated message does nothing. */
  done: readonly string[];
}

export const EMPTY_OUTBOX: Outbox = { entries: [], done: [] };

const REMEMBERED = 100;
const FIRST_RETRY = 2 * SECOND;
const LONGEST_RETRY = 5 * MINUTE;

/**
 * Adds an intent. It replaces what still waits for the same chat and purpose; where that leaves
 * the chat as Beeper already has it, nothing remains to be sent (archive, then undo).
 */
export function enqueue(outbox: Outbox, stamped: PendingIntent, chat: Chat | undefined): Outbox {
  if (isKnown(outbox, stamped.id)) return outbox;
  const replaced = outbox.entries.filter(
    (entry) => isSameMatter(entry, stamped) && entry.state !== 'sending',
  );
  const rest = outbox.entries.filter((entry) => !replaced.includes(entry));
  const done = [...outbox.done, ...replaced.map(({ id }) => id)];
  const isMoot =
    replaced.length > 0 &&
    replaced.every(({ state, attempts }) => state === 'queued' && attempts === 0) &&
    !rest.some((entry) => isSameMatter(entry, stamped)) &&
    chat !== undefined &&
    isDone(chat, stamped.intent) === true;
  if (isMoot) return { entries: rest, done: [...done, stamped.id] };
  // What it replaces may have arrived all the same: then this is not the first try either.
  const attempts = Math.max(0, ...replaced.map((entry) => entry.attempts));
  const entry: OutboxEntry = { ...stamped, state: 'queued', attempts, notBefore: 0 };
  return { entries: [...rest, entry], done };
}

/** The entries to send now: the oldest of each chat, when its time has come. */
export function readyEntries({ entries }: Outbox, now: number): OutboxEntry[] {
  const first = new Map<string, OutboxEntry>();
  for (const entry of entries) {
    if (entry.state !== 'failed' && !first.has(entry.chatID)) first.set(entry.chatID, entry);
  }
  return [...first.values()].filter((entry) => isReady(entry, now));
}

/** A wait longer than any we set means that the clock was put back: it is not sat out. */
function isReady({ notBefore }: OutboxEntry, now: number): boolean {
  return notBefore <= now || notBefore - now > LONGEST_RETRY;
}

/** When the next entry may be sent, ms; `undefined` when nothing waits. */
export function nextAttemptAt({ entries }: Outbox): number | undefined {
  const moments = entries.filter(({ state }) => state !== 'failed').map((entry) => entry.notBefore);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

export function markSending(outbox: Outbox, id: string): Outbox {
  return change(outbox, id, (entry) => ({ ...entry, state: 'sending' }));
}

export function markDone({ entries, done }: Outbox, ids: readonly string[]): Outbox {
  return {
    entries: entries.filter(({ id }) => !ids.includes(id)),
    done: forget([...done, ...ids], ids.length + 1),
  };
}

/** Gives an entry up. One that a later one takes back or replaces is nothing to try again. */
export function markFailed(outbox: Outbox, id: string, error: ErrorCode): Outbox {
  const index = outbox.entries.findIndex((entry) => entry.id === id);
  const given = outbox.entries[index];
  if (given && outbox.entries.slice(index + 1).some((later) => isSameMatter(later, given))) {
    return markDone(outbox, [id]);
  }
  return change(outbox, id, (entry) => ({
    ...entry,
    state: 'failed',
    attempts: entry.attempts + 1,
    error,
  }));
}

/** Whether Beeper may have it although nobody heard so: a worker died, or an answer was lost. */
export function mayHaveArrived({ state, attempts }: OutboxEntry): boolean {
  return state === 'sending' || attempts > 0;
}

export interface RetryPlan {
  error: ErrorCode;
  now: number;
  /** 0 to 1, spreads the retries of many. */
  random: number;
  /** What the server asked for, ms. */
  retryAfterMs?: number | undefined;
}

/** Puts an entry back to wait: twice as long each time, within bounds, never sooner than asked. */
export function markWaiting(outbox: Outbox, id: string, plan: RetryPlan): Outbox {
  return change(outbox, id, (entry) => {
    const backoff = Math.min(FIRST_RETRY * 2 ** entry.attempts, LONGEST_RETRY);
    const wait = Math.max(backoff * (0.75 + plan.random / 2), plan.retryAfterMs ?? 0);
    return {
      ...entry,
      state: 'queued',
      attempts: entry.attempts + 1,
      notBefore: plan.now + Math.min(wait, LONGEST_RETRY),
      error: plan.error,
    };
  });
}

/** Lets entries go at once: Beeper is back, or the person asked to try again. */
export function hurry(outbox: Outbox, wanted: (entry: OutboxEntry) => boolean): Outbox {
  const entries = outbox.entries.map((entry) =>
    wanted(entry) && (entry.notBefore > 0 || entry.state === 'failed')
      ? { ...entry, notBefore: 0, state: entry.state === 'failed' ? 'queued' : entry.state }
      : entry,
  );
  return entries.every((entry, index) => entry === outbox.entries[index])
    ? outbox
    : { ...outbox, entries };
}

/** The chat as the person has asked for it, whether or not Beeper knows yet. */
export function project(chat: Chat, entries: readonly OutboxEntry[]): Chat {
  return entries
    .filter(({ chatID, state }) => chatID === chat.id && state !== 'failed')
    .reduce((projected, { intent }) => applyIntent(projected, intent), chat);
}

function isKnown({ entries, done }: Outbox, id: string): boolean {
  return done.includes(id) || entries.some((entry) => entry.id === id);
}

function isSameMatter(a: PendingIntent, b: PendingIntent): boolean {
  return a.chatID === b.chatID && INTENT_GROUP[a.intent.kind] === INTENT_GROUP[b.intent.kind];
}

/**
 * The ids to remember. No more are forgotten at once than about as many as come one by one: those
 * of a large batch are still there when the popup sees what became of it.
 */
export function forget(done: readonly string[], most: number): readonly string[] {
  const excess = Math.max(0, done.length - REMEMBERED);
  return excess > 0 ? done.slice(Math.min(excess, most)) : done;
}

function change(outbox: Outbox, id: string, update: (entry: OutboxEntry) => OutboxEntry): Outbox {
  return {
    ...outbox,
    entries: outbox.entries.map((entry) => (entry.id === id ? update(entry) : entry)),
  };
}
