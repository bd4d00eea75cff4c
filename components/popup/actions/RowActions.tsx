import { IconButton } from '@/components/parts/IconButton';
import { type CanAct, canActOn } from '@/lib/model/chats/capabilities';
import { isUnread } from '@/lib/model/chats/chat';
import type { Row } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import type { RowDeeds } from './row-actions';

interface Props {
  row: Row;
  deeds: RowDeeds;
  canAct: CanAct;
}

/** The acts of a row, in the same place on every one; reached by their keys, not by tabbing. */
export function RowActions({ row, deeds, canAct }: Props) {
  const { chat } = row;
  const isArchived = chat.box === 'archive';
  const can = canActOn(canAct, chat);
  return (
    <span class="actions">
      {can.archive && (
        <IconButton
          icon={isArchived ? 'inbox' : 'archive'}
          name={t(isArchived ? 'chat_unarchive' : 'chat_archive', chat.title)}
          keyHint="e"
          tabIndex={-1}
          onPress={() => deeds.archive(row)}
        />
      )}
      <IconButton
        icon="bell"
        name={t('chat_remind', chat.title)}
        keyHint="h"
        opensMenu
        tabIndex={-1}
        onPress={() => deeds.remind(row)}
      />
      {can.markRead && (
        <IconButton
          icon={isUnread(chat) ? 'read' : 'unread'}
          name={t(isUnread(chat) ? 'chat_mark_read' : 'chat_mark_unread', chat.title)}
          keyHint="u"
          tabIndex={-1}
          onPress={() => deeds.toggleRead(row)}
        />
      )}
      <IconButton
        icon="open"
        name={t('chat_open', chat.title)}
        keyHint="⏎"
        tabIndex={-1}
        onPress={() => deeds.open(row)}
      />
      <IconButton
        icon="more"
        name={t('chat_more', chat.title)}
        keyHint="."
        opensMenu
        tabIndex={-1}
        onPress={() => deeds.more(row)}
      />
    </span>
  );
}
