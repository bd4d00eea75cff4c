import { IconButton } from '@/components/parts/IconButton';
import { keyName } from '@/components/popup/actions/key-name';
import { ableRows } from '@/components/popup/actions/keys';
import type { RowDeeds } from '@/components/popup/actions/row-actions';
import { areAllOn } from '@/lib/model/actions/toggle';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { t, tn } from '@/lib/text/i18n';

interface Props {
  /** The selected rows: at least one. */
  rows: readonly Row[];
  canAct: CanAct;
  many(deed: keyof RowDeeds, rows: readonly Row[]): void;
  clear(): void;
}

/** In the foot's place while chats are selected: how many, and what can be done with them. */
export function SelectionBar({ rows, canAct, many, clear }: Props) {
  const able = (deed: keyof RowDeeds) => ableRows(deed, rows, canAct);
  const can = (deed: keyof RowDeeds) => able(deed).length > 0;
  // What is to happen to those with which it can be done.
  const isArchived = areAllOn('archive', able('archive'));
  const isRead = areAllOn('toggleRead', able('toggleRead'));
  const isMuted = areAllOn('toggleMute', able('toggleMute'));
  const act = (deed: keyof RowDeeds) => many(deed, able(deed));
  const count = tn('selected', rows.length);
  return (
    <section class="many" aria-label={count}>
      <div class="many-tools" role="toolbar" aria-label={count}>
        <span class="many-count">{count}</span>
        {can('archive') && (
          <IconButton
            icon={isArchived ? 'inbox' : 'archive'}
            name={t(isArchived ? 'many_unarchive' : 'many_archive')}
            keyHint="e"
            onPress={() => act('archive')}
          />
        )}
        <IconButton
          icon="bell"
          name={t('remind_menu')}
          keyHint="h"
          opensMenu
          onPress={() => act('remind')}
        />
        {can('toggleRead') && (
          <IconButton
            icon={isRead ? 'unread' : 'read'}
            name={t(isRead ? 'many_unread' : 'many_read')}
            keyHint="u"
            onPress={() => act('toggleRead')}
          />
        )}
        {can('toggleMute') && (
          <IconButton
            icon="muted"
            name={t(isMuted ? 'many_unmute' : 'many_mute')}
            keyHint="m"
            onPress={() => act('toggleMute')}
          />
        )}
        <IconButton
          icon="close"
          name={t('many_clear')}
          keyHint={keyName('Escape')}
          onPress={clear}
        />
      </div>
    </section>
  );
}
