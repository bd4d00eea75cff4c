import type { CanAct } from '../lib/can-act';
import type { Row } from '../lib/rows';
import { useLate } from './Late';
import type { RowDeeds } from './row-deeds';

export interface SelectionProps {
  /** The selected rows: at least one. */
  rows: readonly Row[];
  canAct: CanAct;
  many(deed: keyof RowDeeds): void;
  clear(): void;
}

/** In place of the foot while chats are selected: how many, and what can be done with them. */
export function SelectionFoot(props: SelectionProps) {
  const late = useLate();
  return late ? <late.SelectionBar {...props} /> : null;
}
