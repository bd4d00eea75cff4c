import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { Row } from '../../lib/rows';
import type { Selection } from '../../lib/selection';
import { loadLate, type LateModule } from '../Late';

const NONE: Selection = { ids: new Set(), base: new Set() };

/** The selected rows of this list: they stay so while it changes, and are forgotten with it. */
export function useSelection(rows: readonly Row[], list: string) {
  const [selection, setSelection] = useState(NONE);
  const latest = useRef(rows);
  latest.current = rows;
  const { ids } = selection;

  const [changes] = useState(() => {
    const change = (how: (late: LateModule, before: Selection) => Selection) =>
      void loadLate().then((late) => setSelection((before) => how(late, before)));
    return {
      keepListed: () => change((late, before) => late.stillListed(before, latest.current)),
      toggle: (id: string) => change((late, before) => late.toggled(before, id)),
      extend: (from: string, to: string) =>
        change((late, before) => late.extended(before, latest.current, { from, to })),
      all: () => change((late) => late.allSelected(latest.current)),
      clear: () => setSelection(NONE),
    };
  });

  useLayoutEffect(() => () => setSelection(NONE), [list]);
  const hasSome = ids.size > 0;
  useLayoutEffect(() => {
    if (hasSome) changes.keepListed();
  }, [rows, hasSome, changes]);

  const selected = useMemo(() => rows.filter(({ chat }) => ids.has(chat.id)), [rows, ids]);
  return { ...changes, ids, rows: selected };
}
