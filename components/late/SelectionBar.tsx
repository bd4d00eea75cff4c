import { t, tn } from '../../lib/i18n';
import { areAllOn } from '../../lib/toggle';
import { IconButton } from '../IconButton';
import type { SelectionProps } from '../SelectionFoot';

/** How many chats are selected, and what can be done with them; the keys do the same. */
export function SelectionBar({ rows, canAct, many, clear }: SelectionProps) {
  const isArchived = areAllOn('archive', rows);
  const isRead = areAllOn('toggleRead', rows);
  const isMuted = areAllOn('toggleMute', rows);
  const count = tn('selected', rows.length);
  return (
    <div class="many" role="toolbar" aria-label={count}>
      <span class="many-count">{count}</span>
      {canAct.archive && (
        <IconButton
          icon={isArchived ? 'inbox' : 'archive'}
          name={t(isArchived ? 'many_unarchive' : 'many_archive')}
          keyHint="e"
          onPress={() => many('archive')}
        />
      )}
      <IconButton
        icon="bell"
        name={t('remind_menu')}
        keyHint="h"
        opensMenu
        onPress={() => many('remind')}
      />
      {canAct.markRead && (
        <IconButton
          icon={isRead ? 'unread' : 'read'}
          name={t(isRead ? 'many_unread' : 'many_read')}
          keyHint="u"
          onPress={() => many('toggleRead')}
        />
      )}
      {canAct.mute && (
        <IconButton
          icon="muted"
          name={t(isMuted ? 'many_unmute' : 'many_mute')}
          keyHint="m"
          onPress={() => many('toggleMute')}
        />
      )}
      <IconButton icon="close" name={t('many_clear')} keyHint="Esc" onPress={clear} />
    </div>
  );
}
