import { type Chat, isUnread } from '@/lib/model/chats/chat';
import { countRows, remindedRows, type Row, rowsOf, type Snapshot } from '@/lib/model/chats/rows';

export const TABS = ['unread', 'inbox', 'reminders', 'archive'] as const;
export type Tab = (typeof TABS)[number];

const TESTS: Record<Exclude<Tab, 'reminders'>, (chat: Chat) => boolean> = {
  // A reply that may not have arrived wants one as much, wherever its chat is.
  unread: (chat) => chat.lost !== undefined || (isInInbox(chat) && isUnread(chat)),
  inbox: isInInbox,
  archive: ({ box }) => box === 'archive',
};

/** The rows of a tab; pinned chats lead the inbox, the next to ring leads the reminders. */
export function tabRows(snapshot: Snapshot, tab: Tab): Row[] {
  if (tab === 'reminders') return remindedRows(snapshot);
  const rows = rowsOf(snapshot, TESTS[tab]);
  return tab === 'inbox' ? pinnedFirst(rows) : rows;
}

/** What waits to be read, without what is in the Unread tab for another reason. */
export function unreadRows(snapshot: Snapshot): Row[] {
  return rowsOf(snapshot, (chat) => isInInbox(chat) && isUnread(chat));
}

/** The first rows of the Unread tab. */
export function firstUnread(snapshot: Snapshot, most: number): Row[] {
  return rowsOf(snapshot, TESTS.unread, most);
}

export type TabCounts = Record<Tab, number>;

/** What the tabs say beside their names: how much waits there, not how much there is. */
export function tabCounts(snapshot: Snapshot): TabCounts {
  return {
    unread: countRows(snapshot, TESTS.unread),
    inbox: 0,
    reminders: remindedRows(snapshot).length,
    archive: 0,
  };
}

/** A chat whose list an old server has not told yet is most likely in the inbox. */
function isInInbox(chat: Chat): boolean {
  return chat.box === 'primary' || chat.box === undefined;
}

function pinnedFirst(rows: Row[]): Row[] {
  const pinned = rows.filter(({ chat }) => chat.isPinned);
  return pinned.length > 0 ? [...pinned, ...rows.filter(({ chat }) => !chat.isPinned)] : rows;
}
