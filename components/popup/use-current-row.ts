import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Row } from '@/lib/model/chats/rows';
import { placeAfter } from '@/lib/model/list/next-row';

/**
 * The row that keys act on: the one with the focus. When it leaves the list the one that
 * stood below it is next, and gets the focus if the list had it.
 */
export function useCurrentRow(rows: readonly Row[], list: string) {
  const [currentID, setCurrentID] = useState<string>();
  const last = useRef<{ rows: readonly Row[]; index: number }>({ rows: [], index: 0 });
  const lastList = useRef(list);
  const wanted = useRef<string | undefined>(undefined);
  const isOther = lastList.current !== list;
  // In another list nothing was current yet: its first row is.
  if (isOther) last.current = { rows: [], index: 0 };
  lastList.current = list;
  const found = rows.findIndex(({ chat }) => chat.id === currentID);
  const index = found === -1 ? placeAfter(last.current.rows, last.current.index, rows) : found;
  const current = rows[index];
  const id = current?.chat.id;

  useLayoutEffect(() => {
    last.current = { rows, index: Math.max(0, index) };
    if (id === undefined) return;
    setCurrentID(id);
    if (wanted.current === id) focusRow(id);
    // A list that somebody has scrolled stays where it is.
    else if (isFocusFree()) focusRow(id, { preventScroll: !isOther });
    wanted.current = undefined;
  }, [id, index, rows, isOther]);

  /** Gives a row the focus, also one that is not drawn yet. */
  const goTo = (to: number) => {
    const next = rows[to]?.chat.id;
    if (next === undefined || focusRow(next)) return;
    wanted.current = next;
    setCurrentID(next);
  };

  return { current, index, setCurrentID, goTo };
}

/** Answers whether it is drawn. */
export function focusRow(id: string, options?: FocusOptions): boolean {
  const row = document.querySelector<HTMLElement>(`[data-chat="${CSS.escape(id)}"]`);
  row?.focus(options);
  return row !== null;
}

/** Nothing else has the focus: it was in a row that is gone, or the popup has just opened. */
function isFocusFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
