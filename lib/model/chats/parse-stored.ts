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
import { type BeeperReminder, BOXES, type Chat, LIMITS, LOST, type Preview } from './chat';

/** Readers for what we stored ourselves: a part that cannot be read is dropped, the rest stays. */
export function readStoredChat(value: unknown): Chat | undefined {
  const raw = readObject(value);
  const id = readText(raw?.id);
  if (!raw || !id) return undefined;
  const box = readOneOf(raw.box, BOXES);
  const preview = readStoredPreview(raw.preview);
  const reminder = raw.reminder === null ? null : readStoredReminder(raw.reminder);
  const avatar = readText(raw.avatar);
  const draft = readText(raw.draft);
  const lost = readOneOf(raw.lost, LOST);
  const people = readText(raw.people);
  const mergedInto = readText(raw.mergedInto);
  const mentions = readCount(raw.mentions);
  const cannot = readArray(raw.cannot)?.flatMap((limit) => readOneOf(limit, LIMITS) ?? []) ?? [];
  const writtenAt = readMoment(raw.writtenAt);
  return {
    id,
    accountID: readString(raw.accountID) ?? '',
    network: readString(raw.network) ?? '',
    title: readString(raw.title) ?? '?',
    isGroup: raw.isGroup === true,
    unreadCount: readCount(raw.unreadCount) ?? 0,
    isMarkedUnread: raw.isMarkedUnread === true,
    isMuted: raw.isMuted === true,
    isPinned: raw.isPinned === true,
    lastActivity: readMoment(raw.lastActivity) ?? 0,
    seenAt: readMoment(raw.seenAt) ?? 0,
    ...(box && { box }),
    ...(preview && { preview }),
    ...(reminder !== undefined && { reminder }),
    ...(avatar && { avatar }),
    ...(draft && { draft }),
    ...(raw.isBegun === true && { isBegun: true }),
    ...(lost && { lost }),
    ...(people && { people }),
    ...(mergedInto && { mergedInto }),
    ...(mentions && { mentions }),
    ...(cannot.length > 0 && { cannot }),
    ...(writtenAt !== undefined && { writtenAt }),
  };
}

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

function readStoredPreview(value: unknown): Preview | undefined {
  const raw = readObject(value);
  if (!raw) return undefined;
  const kind = readText(raw.kind);
  const sender = readText(raw.sender);
  return {
    messageID: readString(raw.messageID) ?? '',
    text: readString(raw.text) ?? '',
    isOwn: raw.isOwn === true,
    at: readMoment(raw.at) ?? 0,
    ...(kind && { kind }),
    ...(sender && { sender }),
  };
}

function readStoredReminder(value: unknown): BeeperReminder | undefined {
  const raw = readObject(value);
  const at = readMoment(raw?.at);
  if (at === undefined) return undefined;
  return { at, dismissOnIncoming: readBoolean(raw?.dismissOnIncoming) ?? false };
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
