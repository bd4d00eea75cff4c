import type { CanAct } from '../lib/can-act';
import { isUnread } from '../lib/chat';
import { t } from '../lib/i18n';
import type { Row } from '../lib/rows';
import { IconButton } from './IconButton';
import type { RowDeeds } from './row-deeds';

interface Props {
  row: Row;
  deeds: RowDeeds;
  canAct: CanAct;
}

/** The acts of a row, in the same place on every one; reached by their keys, not by tabbing. */
export function RowActions({ row, deeds, canAct }: Props) {
  const { chat } = row;
  const isArchived = chat.box === 'archive';
  return (
    <span class="actions">
      {canAct.archive && (
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
      {canAct.markRead && (
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
    </span>
  );
}
