/** Rows from `start` up to, not with, `end`. */
export interface Range {
  start: number;
  end: number;
}

export interface Sight {
  /** The first row that is seen. */
  top: number;
  /** How many may be seen before anything is drawn anew. */
  seen: number;
  /** How many are to be drawn. */
  budget: number;
}

/** The rows to draw of a long list: those seen, and as many around them as there is budget for. */
export function drawnRange(total: number, { top, seen, budget }: Sight): Range {
  const before = Math.max(0, Math.floor((budget - seen) / 2));
  const start = Math.max(0, Math.min(top - before, total - budget));
  return { start, end: Math.min(total, start + budget) };
}

/** The drawn rows by index. The one with the focus is always among them, wherever it is. */
export function drawnIndices({ start, end }: Range, kept: number): number[] {
  const indices = Array.from({ length: end - start }, (_, offset) => start + offset);
  if (kept < 0 || (kept >= start && kept < end)) return indices;
  return kept < start ? [kept, ...indices] : [...indices, kept];
}
