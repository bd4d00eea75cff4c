import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { ActionButtons } from './ActionButtons';
import type { RunAction } from './offers';

interface Props {
  row: Row;
  run: RunAction;
  canAct: CanAct;
}

/** The actions of a row, in the same place on every one; reached by their keys, not by tabbing. */
export function RowActions(props: Props) {
  return (
    <span class="actions">
      <ActionButtons {...props} tabIndex={-1} />
    </span>
  );
}
