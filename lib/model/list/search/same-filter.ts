import type { Filter } from '@/lib/model/list/filter';

/** Whether two filters let the same chats pass, in whatever order they were put together. */
export function isSameFilter(a: Filter, b: Filter): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ networks, accounts, kind, isWaiting, isLow = false }: Filter): string {
  const ids = accounts.map(({ id }) => id);
  return JSON.stringify([networks.toSorted(), ids.toSorted(), kind, isWaiting, isLow]);
}

/** More would not fit on their line. */
const MOST = 12;

/** The filters with this one among them, or not. */
export function withFilter(
  filters: readonly Filter[],
  filter: Filter,
  isKept: boolean,
): readonly Filter[] {
  const isThere = filters.some((other) => isSameFilter(other, filter));
  if (isThere === isKept) return filters;
  if (isKept) return [...filters, filter].slice(-MOST);
  return filters.filter((other) => !isSameFilter(other, filter));
}
