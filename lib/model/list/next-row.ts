import type { Row } from '@/lib/model/chats/rows';

/**
 * Where to go on when the row at this place has left the list, perhaps with others: to the next one
 * of those that stood below it, else to the nearest above. -1 in an empty list.
 */
export function placeAfter(before: readonly Row[], place: number, rows: readonly Row[]): number {
  const places = new Map(rows.map(({ chat }, index) => [chat.id, index]));
  const ids = before.map(({ chat }) => chat.id);
  const left = ids.slice(place).find((id) => places.has(id));
  const above = ids.slice(0, place).findLast((id) => places.has(id));
  return places.get(left ?? above ?? '') ?? Math.min(place, rows.length - 1);
}
