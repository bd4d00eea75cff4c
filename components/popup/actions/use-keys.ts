import { useLayoutEffect, useRef } from 'preact/hooks';

import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { handleKey } from './handle-key';
import type { PopupDeed } from './keys';
import type { RowDeeds } from './row-actions';

export interface KeyTargets {
  /** Letters and signs do something; otherwise only arrows, Enter, Esc and the like do. */
  singleKeys: boolean;
  /** Something lies over the list. */
  isCovered: boolean;
  current: Row | undefined;
  /** The place of the current row among how many. */
  index: number;
  count: number;
  /** Gives the row at a place the focus. */
  goTo(index: number): void;
  /** Selects as far as the row at a place. */
  extendTo(index: number): void;
  deeds: RowDeeds;
  /** Rows that are selected: what can be done with many is done with them. */
  selected: readonly Row[];
  many(deed: keyof RowDeeds, rows: readonly Row[]): void;
  canAct: CanAct;
  popup: Record<PopupDeed, () => void>;
  /** One step back; answers whether there was one, else the popup closes as browsers do. */
  back(): boolean;
}

/** The keys of the popup. None acts while typing, nor together with Ctrl, Alt or Cmd. */
export function useKeys(targets: KeyTargets): void {
  const latest = useRef(targets);
  latest.current = targets;
  // A layout effect listens as soon as the rows are drawn: whoever sees them may press a key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      document.documentElement.classList.add('by-key');
      if (handleKey(event, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
