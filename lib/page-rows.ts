import { type Act, withActs } from './act-log';
import type { Glance } from './glance';
import type { Status } from './status';
import type { PageSnapshot } from './store/follow';
import {
  type Row,
  rowsOf,
  searchRows,
  type Tab,
  type TabCounts,
  tabCounts,
  tabRows,
} from './views';

/** What the popup shows: from the glance until the snapshot is there, then from that. */
export interface PageView {
  status: Status;
  counts: TabCounts;
  rows: readonly Row[];
  /** Whether the rows are all there are, or only what the first frame needs. */
  isWhole: boolean;
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
  const all = rowsOf({ chats, reminders, outbox: withActs(outbox, acts) });
  const rows = query.trim() ? searchRows(all, query) : tabRows(all, tab);
  return { status, counts: tabCounts(all), rows, isWhole: true };
}

function firstView({ status, counts, rows }: Glance, tab: Tab): PageView {
  return { status, counts, rows: tab === 'unread' ? rows : [], isWhole: false };
}
