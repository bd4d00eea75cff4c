import { useMemo } from 'preact/hooks';

import { Avatar } from '@/components/parts/Avatar';
import { Failure } from '@/components/popup/Failure';
import { RowActions } from '@/components/popup/actions/RowActions';
import type { RunAction } from '@/components/popup/actions/offers';
import { MINUTE } from '@/lib/base/time';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { rowName } from '@/lib/model/list/row-name';
import { t } from '@/lib/text/i18n';
import { RowLines } from './RowLines';
import { RowView } from './RowView';
import { ROW_HEIGHT } from './use-window';

interface Props {
  row: Row;
  now: number;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  isSelected: boolean;
  canAct: CanAct;
  run: RunAction;
  /** How many rows are left out just before it. */
  gap: number;
  /** Where it stands among how many, from 1, in a list that is not drawn whole. */
  position?: number;
  count?: number;
}

/**
 * One chat in two lines. A click opens it in Beeper; the keys are handled by the popup. What it
 * says is drawn anew only when that has changed, not because it stands elsewhere.
 */
export function ChatRow(props: Props) {
  const { row, now, isCurrent, isSelected, canAct, run, gap, position, count } = props;
  // Nothing in a row is told more exactly, but that its reminder has rung.
  const minute = Math.floor(now / MINUTE);
  const isDue = row.reminder !== undefined && row.reminder.at <= now;
  const { name, content } = useMemo(
    () => ({ name: rowName(row, now), content: contentOf({ row, now, canAct, run }) }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of the time, only these count
    [row, minute, isDue, canAct, run],
  );
  return (
    // Enter does what a click does, for all rows in one place (use-keys).
    <RowView
      row={row}
      name={name}
      isCurrent={isCurrent}
      isSelected={isSelected}
      aria-posinset={position}
      aria-setsize={count}
      style={gap > 0 ? { marginTop: `${gap * ROW_HEIGHT}px` } : undefined}
      onClick={(event) => run(event.shiftKey ? 'selectTo' : 'open', row)}
    >
      <Tick row={row} isSelected={isSelected} run={run} />
      {content}
    </RowView>
  );
}

/** Over the avatar: what a list item cannot say of itself, that it is selected, a box can. */
function Tick({ row, isSelected, run }: Pick<Props, 'row' | 'isSelected' | 'run'>) {
  return (
    <button
      type="button"
      class="tick"
      role="checkbox"
      aria-checked={isSelected}
      aria-label={t('chat_select', row.chat.title)}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        run(event.shiftKey ? 'selectTo' : 'select', row);
      }}
    />
  );
}

function contentOf({ row, now, canAct, run }: Pick<Props, 'row' | 'now' | 'canAct' | 'run'>) {
  return (
    <>
      <RowLines
        row={row}
        now={now}
        avatar={<Avatar chat={row.chat} />}
        failure={row.failed && <Failure row={row} run={run} />}
      />
      <RowActions row={row} run={run} canAct={canAct} />
    </>
  );
}
