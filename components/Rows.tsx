import type { CanAct } from '../lib/can-act';
import type { ComponentChildren } from 'preact';

import { causeOf, stepOf, titleOf } from '../lib/error-words';
import { t } from '../lib/i18n';
import type { PageView } from '../lib/page-rows';
import type { Tab } from '../lib/views';
import { ChatList } from './ChatList';
import { EmptyState } from './EmptyState';
import type { RowDeeds } from './row-deeds';

interface Props {
  view: PageView;
  looking: { tab: Tab; query: string };
  /** Quiet chats and the archive are still being read. */
  isWalking: boolean;
  now: number;
  currentID: string | undefined;
  canAct: CanAct;
  deeds: RowDeeds;
  onFocus(chatID: string): void;
  /** What opens over the rows. */
  children: ComponentChildren;
}

/** The list, or in its place why there is none: loading, an error, or nothing to show. */
export function Rows({ view, looking, isWalking, children, ...list }: Props) {
  return (
    <main class="rows">
      <div id="chats" class="rows" {...panel(looking)}>
        {view.rows.length > 0 ? (
          <ChatList rows={view.rows} {...list} />
        ) : (
          <Nothing view={view} looking={looking} isWalking={isWalking} />
        )}
      </div>
      {children}
    </main>
  );
}

/** What a search finds belongs to no tab. */
function panel({ tab, query }: Props['looking']) {
  return query ? {} : ({ role: 'tabpanel', 'aria-labelledby': `tab-${tab}` } as const);
}

function Nothing({ view, looking, isWalking }: Pick<Props, 'view' | 'looking' | 'isWalking'>) {
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
