import { Icon, type IconName } from '@/components/parts/Icon';
import type { CanAct } from '@/lib/model/chats/capabilities';
import { isUnread } from '@/lib/model/chats/chat';
import type { Row } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import { spokenLabel } from '@/lib/text/spoken-label';
import type { TriageDeeds } from './use-triage';

interface Props {
  row: Row;
  canAct: CanAct;
  deeds: TriageDeeds & { openMenu(): void; openReply(): void };
}

/** What can be done with the chat that is shown, each with its key. */
export function TriageActs({ row, canAct, deeds }: Props) {
  const { chat } = row;
  const { title } = chat;
  const isArchived = chat.box === 'archive';
  const read = isUnread(chat) ? 'read' : 'unread';
  return (
    <div class="triage-acts">
      {canAct.archive && (
        <Act
          icon={isArchived ? 'inbox' : 'archive'}
          text={t(isArchived ? 'triage_do_unarchive' : 'triage_do_archive')}
          name={t(isArchived ? 'chat_unarchive' : 'chat_archive', title)}
          keyHint="e"
          onPress={deeds.archive}
        />
      )}
      <Act
        icon="bell"
        text={t('triage_do_remind')}
        name={t('chat_remind', title)}
        keyHint="h"
        opensMenu
        onPress={deeds.openMenu}
      />
      {canAct.write && (
        <Act
          icon="write"
          text={t('triage_do_reply')}
          name={t('chat_reply', title)}
          keyHint="r"
          onPress={deeds.openReply}
        />
      )}
      {canAct.markRead && (
        <Act
          icon={read}
          text={t(`triage_do_${read}`)}
          name={t(`chat_mark_${read}`, title)}
          keyHint="u"
          onPress={deeds.toggleRead}
        />
      )}
      {canAct.mute && (
        <Act
          icon="muted"
          text={t(chat.isMuted ? 'triage_do_unmute' : 'triage_do_mute')}
          name={t(chat.isMuted ? 'chat_unmute' : 'chat_mute', title)}
          keyHint="m"
          onPress={deeds.toggleMute}
        />
      )}
      <Act
        icon="open"
        text={t('triage_do_open')}
        name={t('chat_open', title)}
        keyHint="⏎"
        onPress={deeds.open}
      />
    </div>
  );
}

interface ActProps {
  icon: IconName;
  text: string;
  /** Where it says more than the text. */
  name?: string;
  keyHint: string;
  opensMenu?: boolean;
  onPress(): void;
}

function Act({ icon, text, name, keyHint, opensMenu, onPress }: ActProps) {
  return (
    <button
      type="button"
      class="act"
      aria-label={name ? spokenLabel(text, name) : text}
      {...(opensMenu && { 'aria-haspopup': 'menu' as const })}
      onClick={onPress}
    >
      <Icon name={icon} />
      <span>{text}</span>
      {/* Drawn by the stylesheet: written here it would be a part of the label. */}
      <kbd aria-hidden="true" data-hint={keyHint} />
    </button>
  );
}
