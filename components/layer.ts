import type { CanAct } from '../lib/can-act';
import type { Row } from '../lib/rows';
import type { PageSnapshot } from '../lib/store/follow';
import type { Acts } from './hooks/use-acts';

/** What opens over the list. */
export type Layer =
  { kind: 'remind'; row: Row } | { kind: 'keys' } | { kind: 'menu' } | { kind: 'triage' };

/** What a layer may need of the popup. */
export interface LayerProps {
  layer: Layer;
  snapshot: PageSnapshot | undefined;
  acts: Acts;
  canAct: CanAct;
  now: number;
  /** Opens another in its place. */
  open(layer: Layer): void;
  /** Gives the focus back to the row it was about. */
  close(): void;
}
