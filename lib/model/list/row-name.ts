import { isUnread } from '@/lib/model/chats/chat';
import type { Row } from '@/lib/model/chats/rows';
import { formatMoment } from '@/lib/text/format-time';
import { language, t, tn } from '@/lib/text/i18n';

/** What a screen reader says of a row: title, network and unread count first, then its marks. */
export function rowName(row: Row, now: number): string {
  const { chat } = row;
  const marks = [
    chat.title,
    chat.network,
    ...unreadWords(row),
    chat.isGroup && t('row_group'),
    chat.isPinned && t('row_pinned'),
    chat.isMuted && t('row_muted'),
    chat.box === 'low-priority' && t('row_low_priority'),
    reminderWords(row, now),
    (chat.isBegun ?? chat.draft) && t(`row_${chat.lost ?? 'draft'}`),
    row.isWaiting && t('row_waiting'),
  ];
  return marks.filter(Boolean).join(', ');
}

function unreadWords({ chat }: Row): string[] {
  if (!isUnread(chat)) return [];
  return [chat.unreadCount > 0 ? tn('row_unread', chat.unreadCount) : t('row_marked_unread')];
}

/** When the reminder rings, or was due; and whether only this browser knows of it. */
export function reminderWords({ reminder }: Row, now: number): string {
  if (!reminder) return '';
  const moment = formatMoment(reminder.at, now, language());
  if (reminder.at <= now) return t('row_reminder_due', moment);
  return t(reminder.kept === 'here' ? 'row_reminder_here' : 'row_reminder', moment);
}
