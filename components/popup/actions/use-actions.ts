import { useMemo, useRef } from 'preact/hooks';

import type { Overlay } from '@/components/popup/overlays/overlay';
import { focusRow } from '@/components/popup/use-current-row';
import type { useSelection } from '@/components/popup/use-selection';
import { isToggle, toggleWanted } from '@/lib/model/actions/toggle';
import type { Row } from '@/lib/model/chats/rows';
import { rowDeeds, type RowDeeds } from './row-actions';
import type { Acts } from './use-act';

interface Means {
  acts: Acts;
  selection: ReturnType<typeof useSelection>;
  current: Row | undefined;
  setCurrentID(id: string): void;
  setOverlay(overlay: Overlay): void;
}

/** What can be done with a row, and with all that are selected. */
export function useDeeds(means: Means) {
  const latest = useRef(means);
  latest.current = means;

  const extendTo = (to: Row | undefined) => {
    const { selection, current } = latest.current;
    if (to) selection.extend((current ?? to).chat.id, to.chat.id);
  };

  // The same ones as long as they do the same: rows are drawn anew for others.
  const deeds = useMemo(() => {
    const open = (next: Overlay) => {
      if ('row' in next) latest.current.setCurrentID(next.row.chat.id);
      latest.current.setOverlay(next);
    };
    return rowDeeds(() => latest.current.acts, open, {
      select: ({ chat }) => latest.current.selection.toggle(chat.id),
      selectTo: (row) => {
        extendTo(row);
        focusRow(row.chat.id);
      },
    });
  }, []);

  const many = (deed: keyof RowDeeds, rows: readonly Row[]) => {
    const { acts, current, setOverlay } = means;
    const row = current ?? rows[0];
    if (isToggle(deed)) acts.actOn(toggleWanted(deed, rows));
    else if (row && rows.length > 0)
      setOverlay({ kind: deed === 'remindAgain' ? deed : 'remind', row, many: rows });
  };

  return { deeds, many, extendTo };
}
