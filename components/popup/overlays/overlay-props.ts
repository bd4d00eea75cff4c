import type { RunAction } from '@/components/popup/actions/offers';
import type { Acts } from '@/components/popup/actions/use-act';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import type { Filter } from '@/lib/model/list/filter';
import type { PageView } from '@/lib/model/list/page-view';
import type { ListQuery } from '@/lib/model/list/search/find-chats';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import type { Overlay } from './overlay';

/** What an overlay may need of the popup. */
export interface OverlayProps {
  overlay: Overlay;
  view: PageView;
  listQuery: ListQuery;
  onQuery(query: string): void;
  onFilter(filter: Filter): void;
  snapshot: PageSnapshot | undefined;
  acts: Acts;
  run: RunAction;
  canAct: CanAct;
  now: number;
  /** The current row: the one an overlay was opened for, or what took its place. */
  current: Row | undefined;
  /** Its place among how many. */
  index: number;
  count: number;
  /** Makes the row so many further on the current one. */
  step(by: number): void;
  /** Letters and signs act as keys. */
  singleKeys: boolean;
  /** Opens another in its place. */
  open(overlay: Overlay): void;
  /** Gives the focus back to the row it was about. */
  close(): void;
}
