import { Icon } from '@/components/parts/Icon';
import { isUnread } from '@/lib/model/chats/chat';
import type { Row } from '@/lib/model/chats/rows';
import { reminderWords } from '@/lib/model/list/row-name';
import { formatMoment } from '@/lib/text/format-time';
import { formatNumber, language, t } from '@/lib/text/i18n';

/** The far end of a row's second line; the row's name says the same in words. */
export function RowMarks({ row, now }: { row: Row; now: number }) {
  const { chat, reminder, isWaiting } = row;
  return (
    <span class="marks" aria-hidden="true">
      {isWaiting && (
        <span title={t('row_waiting')}>
          <Icon name="waiting" />
        </span>
      )}
      {reminder && (
        <span class={reminder.at <= now ? 'bell is-due' : 'bell'} title={reminderWords(row, now)}>
          <Icon name="bell" />
          {formatMoment(reminder.at, now, language())}
        </span>
      )}
      {(chat.isBegun ?? chat.draft) && <Icon name={chat.lost ? 'alert' : 'write'} />}
      {chat.isMuted && <Icon name="muted" />}
      {chat.isPinned && <Icon name="pinned" />}
      {chat.box === 'low-priority' && <Icon name="low" />}
      {isUnread(chat) && (
        <span class={chat.isMuted ? 'pill is-quiet' : 'pill'}>
          {chat.unreadCount > 0 ? shortNumber(chat.unreadCount) : ''}
        </span>
      )}
    </span>
  );
}

function shortNumber(count: number): string {
  return count > 999 ? `${formatNumber(999)}+` : formatNumber(count);
}
