import { useCallback, useRef } from 'preact/hooks';

import type { Overlay } from '@/components/popup/overlays/overlay';
import { focusRow } from '@/components/popup/use-current-row';
import type { useSelection } from '@/components/popup/use-selection';
import type { Row } from '@/lib/model/chats/rows';
import type { ActionContext, RowOverlay } from './action';
import { type ActionID, ACTIONS } from './table';
import type { RunAction } from './offers';
import type { Acts } from './use-act';

interface Means {
  acts: Acts;
  selection: ReturnType<typeof useSelection>;
  current: Row | undefined;
  setCurrentID(id: string): void;
  setOverlay(overlay: Overlay): void;
}

/** What can be done with a row, and with all that are selected. */
export function useActions(means: Means) {
  const latest = useRef(means);
  latest.current = means;

  const extendTo = (to: Row | undefined) => {
    const { selection, current } = latest.current;
    if (to) selection.extend((current ?? to).chat.id, to.chat.id);
  };

  // The same one as long as it does the same: rows are drawn anew for another.
  const run = useCallback<RunAction>((id, row) => {
    const { setCurrentID, setOverlay } = latest.current;
    const show = (kind: RowOverlay) => {
      setCurrentID(row.chat.id);
      setOverlay({ kind, row });
    };
    const selection = {
      toggle: () => latest.current.selection.toggle(row.chat.id),
      extendTo: () => {
        extendTo(row);
        focusRow(row.chat.id);
      },
    };
    ACTIONS[id].run({ ...contextOf(latest.current), show, selection }, [row]);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- reads what is latest
  }, []);

  const runMany = (id: ActionID, rows: readonly Row[]) => {
    const row = means.current ?? rows[0];
    const show = (kind: RowOverlay) => row && means.setOverlay({ kind, row, many: rows });
    if (rows.length > 0) ACTIONS[id].run({ ...contextOf(means), show }, rows);
  };

  return { run, runMany, extendTo };
}

function contextOf({ acts }: Means): Omit<ActionContext, 'show'> {
  return {
    acts,
    request: acts.actOn,
    openInBeeper: ({ chat }) => acts.open(chat),
  };
}
