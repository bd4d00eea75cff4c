import type { Row } from '@/lib/model/chats/rows';

/** Which chats of a list are selected, by id. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Where a range begins: the chat that was selected by itself last. */
  anchor?: string;
  /** What was selected before the range. */
  base: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** With this chat, or without it where it was. */
export function toggled({ ids }: Selection, id: string): Selection {
  const others = new Set([...ids].filter((other) => other !== id));
  const next = others.size < ids.size ? others : new Set([...ids, id]);
  return { ids: next, anchor: id, base: next };
}

/** With all from where the range begins to this chat; a range before it is given up. */
export function extended(
  { anchor, base }: Selection,
  rows: readonly Row[],
  { from, to }: { from: string; to: string },
): Selection {
  const order = rows.map(({ chat }) => chat.id);
  const start = anchor !== undefined && order.includes(anchor) ? anchor : from;
  const [first = 0, last = 0] = [order.indexOf(start), order.indexOf(to)].toSorted((a, b) => a - b);
  const range = order.slice(Math.max(0, first), last + 1);
  return { ids: new Set([...base, ...range]), anchor: start, base };
}

export function allSelected(rows: readonly Row[]): Selection {
  const ids = new Set(rows.map(({ chat }) => chat.id));
  return { ids, base: ids };
}

/** Without those that are no longer among the rows; the same one where all are. */
export function stillListed(selection: Selection, rows: readonly Row[]): Selection {
  const listed = new Set(rows.map(({ chat }) => chat.id));
  const isListed = (id: string) => listed.has(id);
  if ([...selection.ids].every(isListed)) return selection;
  const [ids, base] = [selection.ids, selection.base].map(
    (all) => new Set([...all].filter(isListed)),
  );
  return { ...selection, ids: ids ?? NOTHING, base: base ?? NOTHING };
}
