import type { CanAct } from '../lib/can-act';
import type { Filter } from '../lib/filter';
import type { Sought } from '../lib/find/find-chats';
import type { PageView } from '../lib/page-rows';
import type { Row } from '../lib/rows';
import type { PageSnapshot } from '../lib/store/follow';
import type { Acts } from './hooks/use-acts';

/** What opens over the list. */
export type Layer =
  /** `many`: the selected rows, all of which it is about. */
  | { kind: 'remind' | 'remindAgain'; row: Row; many?: readonly Row[] }
  | { kind: 'keys' }
  | { kind: 'filters' }
  /** Not over the list: after the chats found, and beside the filters kept. */
  | { kind: 'found' }
  | { kind: 'filterTools' };

/** What a layer may need of the popup. */
export interface LayerProps {
  layer: Layer;
  view: PageView;
  looking: Sought;
  onFilter(filter: Filter): void;
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
