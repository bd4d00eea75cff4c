import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { Row } from '@/lib/model/chats/rows';
import {
  allSelected,
  extended,
  type Selection,
  stillListed,
  toggled,
} from '@/lib/model/list/selection';

const NONE: Selection = { ids: new Set(), base: new Set() };

/** The selected rows of this list: they stay so while it changes, and are forgotten with it. */
export function useSelection(rows: readonly Row[], list: string) {
  const [selection, setSelection] = useState(NONE);
  const latest = useRef(rows);
  latest.current = rows;
  const { ids } = selection;

  const [changes] = useState(() => ({
    keepListed: () => setSelection((before) => stillListed(before, latest.current)),
    toggle: (id: string) => setSelection((before) => toggled(before, id)),
    extend: (from: string, to: string) =>
      setSelection((before) => extended(before, latest.current, { from, to })),
    all: () => setSelection(allSelected(latest.current)),
    clear: () => setSelection(NONE),
  }));

  useLayoutEffect(() => () => setSelection(NONE), [list]);
  const hasSome = ids.size > 0;
  useLayoutEffect(() => {
    if (hasSome) changes.keepListed();
  }, [rows, hasSome, changes]);

  const selected = useMemo(() => rows.filter(({ chat }) => ids.has(chat.id)), [rows, ids]);
  return { ...changes, ids, rows: selected };
}
