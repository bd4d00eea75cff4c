import type { Row } from '@/lib/model/chats/rows';
import { reminderWords } from '@/lib/model/list/row-name';
import type { Details } from '@/lib/model/messages/details';
import { formatSpan } from '@/lib/text/format-day';
import { language, t } from '@/lib/text/i18n';

interface Props {
  row: Row;
  /** Left out until they have come; what the row knows is there at once. */
  details: Details | undefined;
  now: number;
}

/** What is known of the chat itself; of what is not known, nothing. */
export function Facts({ row, details, now }: Props) {
  const { chat } = row;
  return (
    <dl>
      <Fact name={t('details_network')} text={details?.network || chat.network} />
      <Fact name={t('details_account')} text={details?.account} />
      <Fact name={t('details_description')} text={details?.description} />
      <Fact name={t('details_state')} text={stateOf(row, details).join(' · ')} />
      <Fact name={t('details_reminder')} text={reminderWords(row, now)} />
      <Fact
        name={t('details_expiry')}
        text={details?.expirySeconds && formatSpan(details.expirySeconds, language())}
      />
    </dl>
  );
}

function Fact({ name, text }: { name: string; text: string | number | undefined }) {
  if (!text) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  );
}

function stateOf({ chat }: Row, details: Details | undefined): string[] {
  const isReadOnly = details?.isReadOnly ?? chat.cannot?.includes('send');
  return [
    ...(chat.box === 'archive' ? [t('details_archived')] : []),
    ...(chat.box === 'low-priority' ? [t('details_low_priority')] : []),
    ...(chat.isPinned ? [t('details_pinned')] : []),
    ...(chat.isMuted ? [t('details_muted')] : []),
    ...(isReadOnly ? [t('details_read_only')] : []),
  ];
}
