import { useMemo } from 'preact/hooks';

import type { RunAction } from '@/components/popup/actions/offers';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { drawnIndices } from '@/lib/model/list/drawn-range';
import { t } from '@/lib/text/i18n';
import { ChatRow } from './ChatRow';
import { usePreviews } from './use-previews';
import { MOST_DRAWN, ROW_HEIGHT, useWindow } from './use-window';

interface Props {
  rows: readonly Row[];
  now: number;
  /** The row with the focus, or that gets it. */
  current: number;
  /** Ids of the selected chats. */
  selected: ReadonlySet<string>;
  canAct: CanAct;
  run: RunAction;
  onFocus(chatID: string): void;
}

/** The rows near to what is seen; where the others would be is left blank. */
export function ChatList({ rows, now, current, selected, canAct, run, onFocus }: Props) {
  const { sight, range, onScroll } = useWindow(rows.length);
  const { top, seen } = sight;
  usePreviews(useMemo(() => rows.slice(top, top + seen), [rows, top, seen]));
  const drawn = drawnIndices(range, current);
  const below = rows.length - 1 - (drawn.at(-1) ?? 0);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only what browsers do by themselves is kept from happening
    <ul
      class="list"
      aria-label={t('popup_chats')}
      style={{ '--below': `${below * ROW_HEIGHT}px` }}
      onScroll={onScroll}
      // A range begins at the row with the focus, so that stays, and no text is marked.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onFocusCapture={(event) => {
        const row = (event.target as HTMLElement).closest<HTMLElement>('[data-chat]');
        if (row?.dataset.chat) onFocus(row.dataset.chat);
      }}
    >
      {drawn.map((index, order) => {
        const row = rows[index];
        return (
          row && (
            <ChatRow
              key={row.chat.id}
              row={row}
              now={now}
              isCurrent={index === current}
              isSelected={selected.has(row.chat.id)}
              canAct={canAct}
              run={run}
              gap={index - (drawn[order - 1] ?? -1) - 1}
              {...(rows.length > MOST_DRAWN && { position: index + 1, count: rows.length })}
            />
          )
        );
      })}
    </ul>
  );
}
