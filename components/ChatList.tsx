import type { CanAct } from '../lib/can-act';
import { t } from '../lib/i18n';
import type { Row } from '../lib/views';
import { ChatRow } from './ChatRow';
import { useGrowing } from './hooks/use-growing';
import { usePreviews } from './hooks/use-previews';
import type { RowDeeds } from './row-deeds';

interface Props {
  rows: readonly Row[];
  now: number;
  currentID: string | undefined;
  canAct: CanAct;
  deeds: RowDeeds;
  onFocus(chatID: string): void;
}

export function ChatList({ rows, now, currentID, canAct, deeds, onFocus }: Props) {
  const { count, onScroll } = useGrowing(rows.length);
  const drawn = rows.slice(0, count);
  usePreviews(drawn);
  const current = currentID ?? rows[0]?.chat.id;
  return (
    <ul
      class="list"
      aria-label={t('popup_chats')}
      onScroll={onScroll}
      onFocusCapture={(event) => {
        const row = (event.target as HTMLElement).closest<HTMLElement>('[data-chat]');
        if (row?.dataset.chat) onFocus(row.dataset.chat);
      }}
    >
      {drawn.map((row) => (
        <ChatRow
          key={row.chat.id}
          row={row}
          now={now}
          isCurrent={row.chat.id === current}
          canAct={canAct}
          deeds={deeds}
        />
      ))}
    </ul>
  );
}
