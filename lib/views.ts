import { type Chat, isUnread } from './chat';
import { type Chats, shownChats } from './inbox';
import { type Outbox, type OutboxEntry, project } from './outbox';
import { type Reminder, reminderOf, type Reminders } from './reminders';

export const TABS = ['unread', 'inbox', 'reminders', 'archive'] as const;
export type Tab = (typeof TABS)[number];

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

/** All rows, in the order Beeper lists them: newest activity first. */
export function rowsOf({ chats, outbox, reminders }: Snapshot): Row[] {
  const byChat = entriesByChat(outbox);
  const rows: Row[] = [];
  for (const chat of shownChats(chats)) rows.push(rowOf(chat, byChat.get(chat.id), reminders));
  return rows.toSorted((a, b) => b.chat.lastActivity - a.chat.lastActivity);
}

/** The rows of a tab; pinned chats lead the inbox, the next to ring leads the reminders. */
export function tabRows(rows: readonly Row[], tab: Tab): Row[] {
  switch (tab) {
    case 'unread':
      return rows.filter(({ chat }) => isInInbox(chat) && isUnread(chat));
    case 'inbox':
      return pinnedFirst(rows.filter(({ chat }) => isInInbox(chat)));
    case 'reminders':
      return rows
        .filter(({ reminder }) => reminder)
        .toSorted((a, b) => (a.reminder?.at ?? 0) - (b.reminder?.at ?? 0));
    case 'archive':
      return rows.filter(({ chat }) => chat.box === 'archive');
  }
}

export type TabCounts = Record<Tab, number>;

/** What the tabs say beside their names: how much waits there, not how much there is. */
export function tabCounts(rows: readonly Row[]): TabCounts {
  return {
    unread: tabRows(rows, 'unread').length,
    inbox: 0,
    reminders: tabRows(rows, 'reminders').length,
    archive: 0,
  };
}

/** Rows whose title or network has every word typed, accents and case aside. */
export function searchRows(rows: readonly Row[], query: string): Row[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return rows.filter(({ chat }) => {
    const text = fold(`${chat.title} ${chat.network}`);
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function entriesByChat({ entries }: Outbox): ReadonlyMap<string, OutboxEntry[]> {
  const byChat = new Map<string, OutboxEntry[]>();
  for (const entry of entries) {
    byChat.set(entry.chatID, [...(byChat.get(entry.chatID) ?? []), entry]);
  }
  return byChat;
}

function rowOf(chat: Chat, entries: readonly OutboxEntry[] = [], reminders: Reminders): Row {
  const reminder = openReminder(wantedReminder(chat, entries, reminders));
  const failed = entries.findLast(({ state }) => state === 'failed');
  return {
    chat: entries.length > 0 ? project(chat, entries) : chat,
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

/** A chat whose list an old server has not told yet is most likely in the inbox. */
function isInInbox(chat: Chat): boolean {
  return chat.box === 'primary' || chat.box === undefined;
}

function pinnedFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => Number(b.chat.isPinned) - Number(a.chat.isPinned));
}
