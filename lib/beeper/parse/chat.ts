import {
  type Json,
  readArray,
  readBoolean,
  readCount,
  readMoment,
  readObject,
  readString,
  readText,
} from '@/lib/base/parse';
import { htmlToTyped } from '@/lib/beeper/html';
import { cut, nameLine, toLine } from '@/lib/text/clip';
import { hashOf } from '@/lib/text/hash';
import { networkName } from '@/lib/beeper/network-name';
import { type BeeperReminder, type Limit, LIMITS } from '@/lib/model/chats/chat';
import { peopleOf } from '@/lib/model/chats/people';
import type { RemoteChat } from '@/lib/model/chats/remote-chat';
import { readAvatar } from './avatar';
import { readPreview, type ReadContext } from './message';

const MAX_TITLE = 200;

/** A chat, or `undefined` for what cannot be one. */
export function readChat(value: unknown, context: ReadContext): RemoteChat | undefined {
  const raw = readObject(value);
  const id = readText(raw?.id);
  if (!raw || !id) return undefined;
  const { fullChats } = context.features;
  const network = readNetwork(raw, context);
  const lastActivity = readMoment(raw.lastActivity);
  const isLowPriority = readBoolean(raw.isLowPriority);
  const isArchived = readBoolean(raw.isArchived);
  const isMarkedUnread = readBoolean(raw.isMarkedUnread) ?? (fullChats ? false : undefined);
  const preview = readPreview(raw.preview, context, readNames(raw));
  const reminder = readReminder(raw.reminder) ?? (fullChats ? null : undefined);
  const { selfID } = context.accounts[readText(raw.accountID) ?? ''] ?? {};
  const avatar = readAvatar(raw, { selfID, tellsAll: fullChats });
  const mergedInto = readText(raw.mergedIntoChatID);
  const mentions = readCount(raw.unreadMentionsCount);
  const draft = readDraft(raw.draft);
  const title = readTitle(raw, context);
  const people = readPeople(raw).length > 0 ? peopleOf(othersIn(raw, selfID), title) : undefined;
  return {
    id,
    accountID: readText(raw.accountID) ?? '',
    title,
    isGroup: raw.type === 'group',
    unreadCount: readCount(raw.unreadCount) ?? 0,
    isMuted: readBoolean(raw.isMuted) ?? false,
    isPinned: readBoolean(raw.isPinned) ?? false,
    tellsAll: fullChats,
    ...(network && { network }),
    ...(isArchived !== undefined && { isArchived }),
    ...(lastActivity !== undefined && { lastActivity }),
    ...(isLowPriority !== undefined && { isLowPriority }),
    ...(isMarkedUnread !== undefined && { isMarkedUnread }),
    ...(preview && { preview }),
    ...(reminder !== undefined && { reminder }),
    ...(avatar !== undefined && { avatar }),
    ...(people !== undefined && { people }),
    ...(mergedInto && { mergedInto }),
    ...(mentions && { mentions }),
    ...(fullChats && { cannot: readLimits(raw) }),
    ...(draft !== undefined && { draft }),
  };
}

function readNetwork(raw: Json, { accounts }: ReadContext): string | undefined {
  const accountID = readText(raw.accountID) ?? '';
  const told = readText(raw.network) ?? accounts[accountID]?.network;
  return toLine(told ?? '') || toLine(networkName(accountID));
}

/** A chat without a title is called by its people, else by its network and a number of its own. */
function readTitle(raw: Json, context: ReadContext): string {
  const title = nameLine(readText(raw.title) ?? '');
  if (title) return cut(title, MAX_TITLE);
  const people = cut(toLine(othersIn(raw).slice(0, 4).join(', ')), MAX_TITLE);
  const number = numberOf(readText(raw.id) ?? '');
  const network = cut(readNetwork(raw, context) ?? '?', MAX_TITLE - number.length - 1);
  return people || `${network} ${number}`;
}

/** Three digits that are the same for the same id, always. */
function numberOf(id: string): string {
  return `#${String(hashOf(id, 997)).padStart(3, '0')}`;
}

function othersIn(raw: Json, selfID?: string): string[] {
  return readPeople(raw)
    .filter(({ id, isSelf }) => isSelf !== true && (selfID === undefined || id !== selfID))
    .flatMap((person) => nameLine(readName(person) ?? '') || []);
}

export function readPeople(raw: Json): Json[] {
  const items = readArray(readObject(raw.participants)?.items) ?? [];
  return items.map(readObject).filter((person) => person !== undefined);
}

export function readName(person: Json): string | undefined {
  return (
    readText(person.fullName) ??
    readText(person.username) ??
    readText(person.phoneNumber) ??
    readText(person.email)
  );
}

/**
 * The names of other people of a chat, by their ids: `senderName` is often a raw network handle,
 * participants know better.
 */
export function readNames(raw: Json): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const person of readPeople(raw)) {
    const id = readText(person.id);
    const name = readName(person);
    if (id && name && person.isSelf !== true) names.set(id, name);
  }
  return names;
}

/** A capability that is not named is unknown, which is not a no. */
function readLimits({ capabilities, isReadOnly }: Json): Limit[] {
  const can = readObject(capabilities);
  const limits: Record<Limit, boolean> = {
    archive: can?.archive === false,
    markUnread: can?.markAsUnread === false,
    send: isReadOnly === true,
  };
  return LIMITS.filter((limit) => limits[limit]);
}

function readReminder(value: unknown): BeeperReminder | undefined {
  const raw = readObject(value);
  const at = readMoment(raw?.remindAt) ?? readMoment(raw?.remindAtMs);
  if (!raw || at === undefined) return undefined;
  return { at, dismissOnIncoming: readBoolean(raw.dismissOnIncomingMessage) ?? false };
}

/** Left out is unknown here: a draft is not taken for given up before Beeper says so. */
function readDraft(value: unknown): string | undefined {
  if (value === null) return '';
  const text = readString(readObject(value)?.text);
  return text === undefined ? undefined : htmlToTyped(text);
}
