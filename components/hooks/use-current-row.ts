import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Row } from '../../lib/views';

/**
 * The row that keys act on: the one with the focus. When it leaves the list the one that takes its
 * place is next, and gets the focus if the list had it.
 */
export function useCurrentRow(rows: readonly Row[], list: string) {
  const [currentID, setCurrentID] = useState<string>();
  const lastIndex = useRef(0);
  const lastList = useRef(list);
  // In another list nothing was current yet: its first row is.
  if (lastList.current !== list) lastIndex.current = 0;
  lastList.current = list;
  const index = rows.findIndex(({ chat }) => chat.id === currentID);
  const current = rows[index === -1 ? Math.min(lastIndex.current, rows.length - 1) : index];
  const id = current?.chat.id;

  useLayoutEffect(() => {
    lastIndex.current = index === -1 ? Math.min(lastIndex.current, rows.length) : index;
    if (id === undefined) return;
    setCurrentID(id);
    if (isFocusFree()) focusRow(id);
  }, [id, index, rows]);

  return { current, setCurrentID };
}

export function focusRow(id: string): void {
  document.querySelector<HTMLElement>(`[data-chat="${CSS.escape(id)}"]`)?.focus();
}

/** Nothing else has the focus: it was in a row that is gone, or the popup has just opened. */
function isFocusFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
