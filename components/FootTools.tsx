import type { CanAct } from '../lib/can-act';
import type { Row } from '../lib/rows';
import type { Tab } from '../lib/views';
import type { Acts } from './hooks/use-acts';
import { useLate } from './Late';

export interface FootToolsProps {
  acts: Acts;
  looking: { tab: Tab; query: string };
  rows: readonly Row[];
  canAct: CanAct;
}

/** At the far end of the foot: what is seldom wanted, and easily taken back. */
export function FootTools(props: FootToolsProps) {
  const late = useLate({ isPatient: true });
  return late ? <late.LateFootTools {...props} /> : null;
}
