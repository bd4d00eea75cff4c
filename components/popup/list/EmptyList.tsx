import { CALM, EmptyState, UNPLUGGED } from '@/components/parts/EmptyState';
import { isSeeking, type PageView } from '@/lib/model/list/page-view';
import type { ListQuery } from '@/lib/model/list/search/find-chats';
import { causeOf, stepOf, titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';

interface Props {
  view: PageView;
  listQuery: ListQuery;
  /** Quiet chats and the archive are still being read. */
  isFullSyncRunning: boolean;
}

/** Why there are no rows: loading, an error, or nothing to show. */
export function Nothing({ view, listQuery, isFullSyncRunning }: Props) {
  const { trouble, syncedAt } = view.status;
  if (trouble && syncedAt === undefined) {
    return (
      <EmptyState drawing={UNPLUGGED} text={titleOf(trouble)}>
        <p class="secondary">{causeOf(trouble)}</p>
        <p class="secondary">{stepOf(trouble)}</p>
      </EmptyState>
    );
  }
  if (!view.isWhole || syncedAt === undefined) {
    return <EmptyState text={t('popup_loading')} />;
  }
  // That nothing was found is said with what else there may be.
  if (isSeeking(listQuery)) return null;
  const needsFullSync = listQuery.tab === 'archive' || listQuery.tab === 'reminders';
  const text =
    isFullSyncRunning && needsFullSync ? t('walk_under_way') : t(`empty_${listQuery.tab}`);
  return <EmptyState drawing={CALM} text={text} />;
}
