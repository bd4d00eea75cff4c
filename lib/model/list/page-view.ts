import { type Act, withActs } from '@/lib/model/actions/action-log';
import type { Row } from '@/lib/model/chats/rows';
import type { Status } from '@/lib/model/connection/status';
import { findChats, type SearchResults, type ListQuery } from '@/lib/model/list/search/find-chats';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { type Filter, isFiltering } from './filter';
import type { PopupSummary } from './summary';
import { type Tab, type TabCounts, tabCounts, tabRows } from './tabs';

/** What the popup shows: from the popup summary until the snapshot is there, then from that. */
export interface PageView extends Partial<SearchResults> {
  status: Status;
  counts: TabCounts;
  rows: readonly Row[];
  /** Whether the rows are all there are, or only what the first frame needs. */
  isWhole: boolean;
  /** Letters and signs act as keys. */
  singleKeys: boolean;
  /** Those a person keeps. */
  filters: readonly Filter[];
}

export interface ViewQuery extends ListQuery {
  acts: readonly Act[];
}

export function pageView(
  snapshot: PageSnapshot | undefined,
  summary: PopupSummary | null,
  { acts, ...listQuery }: ViewQuery,
): PageView | undefined {
  const { tab } = listQuery;
  if (!snapshot) return summary ? firstView(summary, tab) : undefined;
  const { settings, status, filters, chats, reminders, outbox } = snapshot;
  const wanted = withActs({ chats, reminders, outbox }, acts);
  const isAll = !isSeeking(listQuery);
  const found = isAll ? undefined : findChats(wanted, listQuery);
  return {
    status,
    filters,
    counts: tabCounts(wanted),
    singleKeys: settings.singleKeys,
    rows: isAll ? tabRows(wanted, tab) : [],
    isWhole: true,
    ...found,
  };
}

/** Whether not simply all chats of a tab are shown. */
export function isSeeking({ query, filter }: Omit<ListQuery, 'tab'>): boolean {
  return query.trim() !== '' || isFiltering(filter);
}

export function firstView(summary: PopupSummary, tab: Tab): PageView {
  const { counts, rows } = summary;
  const isWhole = tab === 'unread' && rows.length === counts.unread;
  return { ...summary, rows: tab === 'unread' ? rows : [], isWhole };
}
