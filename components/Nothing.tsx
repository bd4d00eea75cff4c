import { causeOf, stepOf, titleOf } from '../lib/error-words';
import { t } from '../lib/i18n';
import type { PageView } from '../lib/page-rows';
import type { Tab } from '../lib/views';
import { EmptyState } from './EmptyState';

interface Props {
  view: PageView;
  looking: { tab: Tab; query: string };
  /** Quiet chats and the archive are still being read. */
  isWalking: boolean;
}

/** Why there are no rows: loading, an error, or nothing to show. */
export function Nothing({ view, looking, isWalking }: Props) {
  const { trouble, syncedAt } = view.status;
  if (trouble && syncedAt === undefined) {
    return (
      <EmptyState drawing="unplugged" text={titleOf(trouble)}>
        <p class="secondary">{causeOf(trouble)}</p>
        <p class="secondary">{stepOf(trouble)}</p>
      </EmptyState>
    );
  }
  if (!view.isWhole || syncedAt === undefined) {
    return <EmptyState text={t('popup_loading')} />;
  }
  if (looking.query) return <EmptyState drawing="search" text={t('empty_search', looking.query)} />;
  const needsWalk = looking.tab === 'archive' || looking.tab === 'reminders';
  const text = isWalking && needsWalk ? t('walk_under_way') : t(`empty_${looking.tab}`);
  return <EmptyState drawing="calm" text={text} />;
}
