import { type Act, withActs } from './act-log';
import type { Glance } from './glance';
import type { Row } from './rows';
import { searchRows } from './search-rows';
import type { Status } from './status';
import type { PageSnapshot } from './store/follow';
import { type Tab, type TabCounts, tabCounts, tabRows } from './views';

/** What the popup shows: from the glance until the snapshot is there, then from that. */
export interface PageView {
  status: Status;
  counts: TabCounts;
  rows: readonly Row[];
  /** Whether the rows are all there are, or only what the first frame needs. */
  isWhole: boolean;
  /** Letters and signs act as keys. */
  singleKeys: boolean;
}

export interface Looking {
  tab: Tab;
  query: string;
  acts: readonly Act[];
}

export function pageView(
  snapshot: PageSnapshot | undefined,
  glance: Glance | null,
  { tab, query, acts }: Looking,
): PageView | undefined {
  if (!snapshot) return glance ? firstView(glance, tab) : undefined;
  const { status, chats, reminders, outbox } = snapshot;
  const wanted = { chats, reminders, outbox: withActs(outbox, acts) };
  const rows = query.trim() ? searchRows(wanted, query) : tabRows(wanted, tab);
  const { singleKeys } = snapshot.settings;
  return { status, counts: tabCounts(wanted), rows, isWhole: true, singleKeys };
}

export function firstView(glance: Glance, tab: Tab): PageView {
  const { status, counts, rows, singleKeys } = glance;
  const isWhole = tab === 'unread' && rows.length === counts.unread;
  return { status, counts, rows: tab === 'unread' ? rows : [], isWhole, singleKeys };
}
