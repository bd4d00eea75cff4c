import { isErrorCode } from '@/lib/base/errors';
import {
  readArray,
  readBoolean,
  readCount,
  readMoment,
  readNumber,
  readObject,
  readOneOf,
  readString,
  readText,
} from '@/lib/base/parse';
import type { Account, AccountMap } from '@/lib/model/chats/accounts';
import { readPendingIntent } from '@/lib/model/actions/intent';
import type { EntryState, Outbox, OutboxEntry } from '@/lib/model/actions/outbox';
import {
  NOTIFICATION_PHASES,
  SYNC_STATES,
  type Reminder,
  type Reminders,
} from '@/lib/model/reminders/reminder';
import { readLocalDateTime } from '@/lib/model/reminders/times/local-time';

/** Readers for what we stored ourselves: a part that cannot be read is dropped, the rest stays. */
export function readOutbox(value: unknown): Outbox | undefined {
  const raw = readObject(value);
  const entries = readArray(raw?.entries);
  if (!entries) return undefined;
  const done = readArray(raw?.done) ?? [];
  return {
    entries: entries.flatMap((entry) => readEntry(entry) ?? []),
    done: done.flatMap((id) => readText(id) ?? []),
  };
}

export function readReminders(value: unknown): Reminders | undefined {
  const raw = readObject(value);
  if (!raw) return undefined;
  const reminders = Object.values(raw).flatMap((item) => readReminder(item) ?? []);
  return Object.fromEntries(reminders.map((reminder) => [reminder.chatID, reminder]));
}

export function readAccountMap(value: unknown): AccountMap | undefined {
  const raw = readObject(value);
  if (!raw) return undefined;
  const accounts = Object.values(raw).flatMap((item) => readStoredAccount(item) ?? []);
  return Object.fromEntries(accounts.map((account) => [account.id, account]));
}

function readStoredAccount(value: unknown): Account | undefined {
  const raw = readObject(value);
  const id = readText(raw?.id);
  const network = readText(raw?.network);
  const selfID = readText(raw?.selfID);
  const name = readText(raw?.name);
  if (!id || !network) return undefined;
  return { id, network, ...(selfID && { selfID }), ...(name && { name }) };
}

const ENTRY_STATES: readonly EntryState[] = ['queued', 'sending', 'failed'];

function readEntry(value: unknown): OutboxEntry | undefined {
  const raw = readObject(value);
  const stamped = readPendingIntent(value);
  if (!raw || !stamped) return undefined;
  return {
    ...stamped,
    state: readOneOf(raw.state, ENTRY_STATES) ?? 'queued',
    attempts: readCount(raw.attempts) ?? 0,
    notBefore: readNumber(raw.notBefore) ?? 0,
    ...(isErrorCode(raw.error) && { error: raw.error }),
  };
}

export function readReminder(value: unknown): Reminder | undefined {
  const raw = readObject(value);
  const chatID = readText(raw?.chatID);
  const at = readMoment(raw?.at);
  const wall = readLocalDateTime(raw?.wall);
  const quietAt = readMoment(raw?.quietAt);
  const gatheredAt = readMoment(raw?.gatheredAt);
  const checkedTo = readMoment(raw?.checkedTo);
  if (!raw || !chatID || at === undefined) return undefined;
  return {
    chatID,
    at,
    title: readString(raw.title) ?? '',
    setAt: readMoment(raw.setAt) ?? 0,
    dismissOnIncoming: readBoolean(raw.dismissOnIncoming) ?? false,
    kept: readOneOf(raw.kept, SYNC_STATES) ?? 'here',
    ...(raw.isTried === true && { isTried: true }),
    bell: readOneOf(raw.bell, NOTIFICATION_PHASES) ?? 'set',
    ...(wall && { wall }),
    ...(quietAt !== undefined && { quietAt }),
    ...(gatheredAt !== undefined && { gatheredAt }),
    ...(checkedTo !== undefined && { checkedTo }),
  };
}
