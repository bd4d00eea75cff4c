import { type Outbox, type OutboxEntry, project } from '@/lib/model/actions/outbox';
import { type Reminder, reminderOf, type Reminders } from '@/lib/model/reminders/reminder';
import type { Chat } from './chat';
import { type Chats, isShown } from './merge';

/** One line of a list: the chat as the person asked for it, and what is under way with it. */
export interface Row {
  chat: Chat;
  reminder?: Reminder;
  /** Not yet at Beeper, because Beeper is away or busy. */
  isWaiting: boolean;
  /** The newest intent that was given up. */
  failed?: OutboxEntry;
}

export interface Snapshot {
  chats: Chats;
  outbox: Outbox;
  reminders: Reminders;
}

type Test = (chat: Chat) => boolean;

/** The rows of these chats, in the order Beeper lists them: newest activity first. */
export function rowsOf(snapshot: Snapshot, isWanted: Test = () => true, most = Infinity): Row[] {
  const underWay = entriesByChat(snapshot.outbox);
  return wantedChats(snapshot, isWanted)
    .toSorted((a, b) => b.lastActivity - a.lastActivity)
    .slice(0, most)
    .map((chat) => rowOf(chat, underWay.get(chat.id), snapshot.reminders));
}

/** How many rows these would be. */
export function countRows(snapshot: Snapshot, isWanted: Test): number {
  return wantedChats(snapshot, isWanted).length;
}

/** Nothing is made or sorted before it is known to be wanted: there may be ten thousand. */
function wantedChats({ chats, outbox }: Snapshot, isWanted: Test): Chat[] {
  const underWay = entriesByChat(outbox);
  const wanted: Chat[] = [];
  for (const chat of chats.values()) {
    const entries = underWay.get(chat.id);
    const asked = entries ? project(chat, entries) : chat;
    if (isWanted(asked) && isShown(chat, chats)) wanted.push(chat);
  }
  return wanted;
}

/** The rows with a reminder, the next to ring first. */
export function remindedRows({ chats, outbox, reminders }: Snapshot): Row[] {
  const underWay = entriesByChat(outbox);
  const ids = new Set([...Object.keys(reminders), ...underWay.keys()]);
  return [...ids]
    .flatMap((id) => chats.get(id) ?? [])
    .filter((chat) => isShown(chat, chats))
    .map((chat) => rowOf(chat, underWay.get(chat.id), reminders))
    .filter(({ reminder }) => reminder)
    .toSorted((a, b) => (a.reminder?.at ?? 0) - (b.reminder?.at ?? 0));
}

/** The row of this chat, whichever list it is in; `undefined` where it is not known. */
export function rowOfChat({ chats, outbox, reminders }: Snapshot, chatID: string): Row | undefined {
  const chat = chats.get(chatID);
  const entries = outbox.entries.filter((entry) => entry.chatID === chatID);
  return chat && rowOf(chat, entries.length > 0 ? entries : undefined, reminders);
}

type Entries = readonly OutboxEntry[] | undefined;

function entriesByChat({ entries }: Outbox): ReadonlyMap<string, OutboxEntry[]> {
  const byChat = new Map<string, OutboxEntry[]>();
  for (const entry of entries) {
    byChat.set(entry.chatID, [...(byChat.get(entry.chatID) ?? []), entry]);
  }
  return byChat;
}

/** Rows of chats with which nothing is under way: the same row as long as nothing changes. */
const quietRows = new WeakMap<Chat, Row>();

function rowOf(chat: Chat, entries: Entries, reminders: Reminders): Row {
  if (entries) return busyRow(chat, entries, reminders);
  const reminder = openReminder(reminderOf(reminders, chat.id));
  const known = quietRows.get(chat);
  if (known && known.reminder === reminder) return known;
  const row: Row = { chat, isWaiting: false, ...(reminder && { reminder }) };
  quietRows.set(chat, row);
  return row;
}

function busyRow(chat: Chat, entries: readonly OutboxEntry[], reminders: Reminders): Row {
  const reminder = openReminder(wantedReminder(chat, entries, reminders));
  const failed = entries.findLast(({ state }) => state === 'failed');
  return {
    chat: project(chat, entries),
    isWaiting: entries.some(({ state, error }) => state !== 'failed' && error !== undefined),
    ...(reminder && { reminder }),
    ...(failed && { failed }),
  };
}

/** The reminder as the person asked for it, also before the worker has heard of it. */
function wantedReminder(
  { id, title }: Chat,
  entries: readonly OutboxEntry[],
  reminders: Reminders,
): Reminder | undefined {
  const asked = entries.findLast(({ intent, state }) => state !== 'failed' && isReminder(intent));
  const known = reminderOf(reminders, id);
  // With `heldAt` it is only taken back at Beeper, having rung here.
  if (asked?.intent.kind === 'clearReminder') return asked.intent.heldAt ? known : undefined;
  if (asked?.intent.kind !== 'remind' || known?.at === asked.intent.at) return known;
  const { at, dismissOnIncoming } = asked.intent;
  return { chatID: id, title, at, setAt: at, dismissOnIncoming, kept: 'sending', bell: 'set' };
}

function isReminder({ kind }: OutboxEntry['intent']): boolean {
  return kind === 'remind' || kind === 'clearReminder';
}

function openReminder(reminder: Reminder | undefined): Reminder | undefined {
  return reminder?.bell === 'done' ? undefined : reminder;
}
