import { type Act, withActs } from '@/lib/model/actions/action-log';
import type { Row } from '@/lib/model/chats/rows';
import type { Status } from '@/lib/model/connection/status';
import { findChats, type FoundChats, type Sought } from '@/lib/model/list/search/find-chats';
import type { PageSnapshot } from '@/lib/storage/follow';
import { type Filter, isFiltering } from './filter';
import type { Glance } from './summary';
import { type Tab, type TabCounts, tabCounts, tabRows } from './tabs';

/** What the popup shows: from the glance until the snapshot is there, then from that. */
export interface PageView extends Partial<FoundChats> {
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

export interface Looking extends Sought {
  acts: readonly Act[];
}

export function pageView(
  snapshot: PageSnapshot | undefined,
  glance: Glance | null,
  { acts, ...sought }: Looking,
): PageView | undefined {
  const { tab } = sought;
  if (!snapshot) return glance ? firstView(glance, tab) : undefined;
  const { settings, status, filters, chats, reminders, outbox } = snapshot;
  const wanted = withActs({ chats, reminders, outbox }, acts);
  const isAll = !isSeeking(sought);
  const found = isAll ? undefined : findChats(wanted, sought);
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
export function isSeeking({ query, filter }: Omit<Sought, 'tab'>): boolean {
  return query.trim() !== '' || isFiltering(filter);
}

export function firstView(glance: Glance, tab: Tab): PageView {
  const { counts, rows } = glance;
  const isWhole = tab === 'unread' && rows.length === counts.unread;
  return { ...glance, rows: tab === 'unread' ? rows : [], isWhole };
}
