import type { Filter } from '../filter';
import type { Row, Snapshot } from '../rows';
import { searchRows } from '../search-rows';
import type { Tab, TabCounts } from '../views';
import { filteredCounts, filteredRows } from './low-rows';
import { countUnknown, longestFirst, narrow } from './narrow';

/** What a person looks for: words among all chats, or a tab; through a filter. */
export interface Sought {
  tab: Tab;
  query: string;
  filter: Filter;
}

export interface FoundChats {
  rows: readonly Row[];
  /** How many there are, of which the rows may be the first. */
  total: number;
  counts: TabCounts;
  /** Of how many chats it is not known whether they wait. */
  unknown: number;
}

/** As many as are drawn whole (`components/hooks/use-window`): what follows them has its place. */
const MOST_FOUND = 100;

export function findChats(snapshot: Snapshot, { tab, query, filter }: Sought): FoundChats {
  const narrowed = narrowedOnce(snapshot, filter);
  const counts = filteredCounts(narrowed, filter);
  if (query.trim()) {
    const rows = searchRows(narrowed, query);
    return { rows: rows.slice(0, MOST_FOUND), total: rows.length, counts, unknown: 0 };
  }
  const rows = filteredRows(narrowed, tab, filter);
  const isByWait = filter.isWaiting && tab !== 'reminders';
  return {
    rows: isByWait ? longestFirst(rows) : rows,
    total: rows.length,
    counts,
    unknown: filter.isWaiting ? unknownIn(snapshot, { tab, filter }) : 0,
  };
}

function unknownIn(snapshot: Snapshot, { tab, filter }: Omit<Sought, 'query'>): number {
  return countUnknown(filteredRows(narrow(snapshot, { ...filter, isWaiting: false }), tab, filter));
}

const narrowings = new WeakMap<Filter, { from: Snapshot; to: Snapshot }>();

/** Not with every letter: the filter and the chats stay while somebody types. */
function narrowedOnce(snapshot: Snapshot, filter: Filter): Snapshot {
  const last = narrowings.get(filter);
  const isSame = last?.from.chats === snapshot.chats && last.from.outbox === snapshot.outbox;
  if (last && isSame) return { ...snapshot, chats: last.to.chats };
  const to = narrow(snapshot, filter);
  narrowings.set(filter, { from: snapshot, to });
  return to;
}
