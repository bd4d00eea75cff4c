import type { Row, Snapshot } from '@/lib/model/chats/rows';
import type { Filter } from '@/lib/model/list/filter';
import type { Tab, TabCounts } from '@/lib/model/list/tabs';
import { filteredCounts, filteredRows } from './low-rows';
import { longestFirst, narrow, unknownAmong, notRefetchedAmong } from './narrow';
import { searchRows } from './search-rows';

/** What a person looks for: words among all chats, or a tab; through a filter. */
export interface ListQuery {
  tab: Tab;
  query: string;
  filter: Filter;
}

export interface SearchResults {
  rows: readonly Row[];
  /** How many there are, of which the rows may be the first. */
  total: number;
  counts: TabCounts;
  /** Of how many chats it is not known whether they wait. */
  unknown: number;
  /** Ids of those of them whose last message can be looked up, in the order to do so. */
  notRefetched: readonly string[];
}

/**
 * As many as are drawn whole (`components/popup/list/use-window`): what follows them has its place.
 */
const MOST_FOUND = 100;

export function findChats(snapshot: Snapshot, listQuery: ListQuery): SearchResults {
  const { tab, query, filter } = listQuery;
  const narrowed = narrowedOnce(snapshot, filter);
  const counts = filteredCounts(narrowed, filter);
  const rows = rowsFor(narrowed, listQuery);
  const found = { total: rows.length, counts, ...notKnown(snapshot, listQuery) };
  if (query.trim()) return { rows: rows.slice(0, MOST_FOUND), ...found };
  const isByWait = filter.isWaiting && tab !== 'reminders';
  return { rows: isByWait ? longestFirst(rows) : rows, ...found };
}

function rowsFor(narrowed: Snapshot, { tab, query, filter }: ListQuery): Row[] {
  return query.trim() ? searchRows(narrowed, query) : filteredRows(narrowed, tab, filter);
}

/** Of which chats it cannot be said whether they wait, where that is what counts. */
function notKnown(
  snapshot: Snapshot,
  listQuery: ListQuery,
): Pick<SearchResults, 'unknown' | 'notRefetched'> {
  if (!listQuery.filter.isWaiting) return { unknown: 0, notRefetched: [] };
  const filter = { ...listQuery.filter, isWaiting: false };
  const chats = unknownAmong(rowsFor(narrow(snapshot, filter), { ...listQuery, filter }));
  return { unknown: chats.length, notRefetched: notRefetchedAmong(chats) };
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
