import { CALM, EmptyState, UNPLUGGED } from '@/components/parts/EmptyState';
import { isSeeking, type PageView } from '@/lib/model/list/page-view';
import type { Sought } from '@/lib/model/list/search/find-chats';
import { causeOf, stepOf, titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';

interface Props {
  view: PageView;
  looking: Sought;
  /** Quiet chats and the archive are still being read. */
  isWalking: boolean;
}

/** Why there are no rows: loading, an error, or nothing to show. */
export function Nothing({ view, looking, isWalking }: Props) {
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
  if (isSeeking(looking)) return null;
  const needsWalk = looking.tab === 'archive' || looking.tab === 'reminders';
  const text = isWalking && needsWalk ? t('walk_under_way') : t(`empty_${looking.tab}`);
  return <EmptyState drawing={CALM} text={text} />;
}
