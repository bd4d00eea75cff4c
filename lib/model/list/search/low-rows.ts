import { isUnread } from '@/lib/model/chats/chat';
import { type Row, rowsOf, type Snapshot } from '@/lib/model/chats/rows';
import type { Filter } from '@/lib/model/list/filter';
import { type Tab, type TabCounts, tabCounts, tabRows } from '@/lib/model/list/tabs';

/** The rows of a tab; with the filter for low priority, inbox and unread are those of that list. */
export function filteredRows(narrowed: Snapshot, tab: Tab, { isLow }: Filter): Row[] {
  if (!isLow || tab === 'reminders') return tabRows(narrowed, tab);
  if (tab === 'archive') return [];
  return rowsOf(narrowed, (chat) => tab === 'inbox' || isUnread(chat));
}

export function filteredCounts(narrowed: Snapshot, filter: Filter): TabCounts {
  const counts = tabCounts(narrowed);
  if (!filter.isLow) return counts;
  return { ...counts, unread: filteredRows(narrowed, 'unread', filter).length };
}
