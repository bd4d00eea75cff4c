import type { CanAct } from '../lib/can-act';
import type { Row } from '../lib/rows';
import type { PageSnapshot } from '../lib/store/follow';
import type { Acts } from './hooks/use-acts';

/** What opens over the list. */
export type Layer =
  /** `many`: the selected rows, all of which it is about. */
  { kind: 'remind'; row: Row; many?: readonly Row[] } | { kind: 'keys' };

/** What a layer may need of the popup. */
export interface LayerProps {
  layer: Layer;
  snapshot: PageSnapshot | undefined;
  acts: Acts;
  canAct: CanAct;
  now: number;
  /** Letters and signs act as keys. */
  singleKeys: boolean;
  /** Opens another in its place. */
  open(layer: Layer): void;
  /** Gives the focus back to the row it was about. */
  close(): void;
}
