import { useMemo, useState } from 'preact/hooks';

import { EmptyState } from '@/components/parts/EmptyState';
import { useFreshness } from '@/components/parts/use-freshness';
import { useSnapshot } from '@/components/parts/use-snapshot';
import { useActs } from '@/components/popup/actions/use-act';
import { NO_FILTER } from '@/lib/model/list/filter';
import { pageView } from '@/lib/model/list/page-view';
import type { PopupSummary } from '@/lib/model/list/summary';
import type { Tab } from '@/lib/model/list/tabs';
import { PAGE_ITEMS } from '@/lib/storage/items';
import { t } from '@/lib/text/i18n';
import { Connect } from './Connect';
import { Inbox } from './Inbox';

interface Props {
  /** Read before the first frame, so that it already shows who wants one. */
  summary: PopupSummary | null;
  /** In the search box, before anything listened. */
  typed: string;
  openSettings(): void;
}

/** Picks the state: not connected, still loading, or the inbox. */
export function App({ summary, typed, openSettings }: Props) {
  const snapshot = useSnapshot(PAGE_ITEMS);
  const acts = useActs(snapshot);
  const [tab, setTab] = useState<Tab>('unread');
  const [query, setQuery] = useState(typed);
  const [filter, setFilter] = useState(NO_FILTER);
  const { unconfirmed } = acts;
  const view = useMemo(
    () => pageView(snapshot, summary, { tab, query, filter, acts: unconfirmed }),
    [snapshot, summary, tab, query, filter, unconfirmed],
  );
  useFreshness(view?.status.isConnected ?? false);

  if (!view) return <EmptyState text={t('popup_loading')} />;
  if (!view.status.isConnected) return <Connect onOpenSettings={openSettings} />;
  return (
    <Inbox
      view={view}
      snapshot={snapshot}
      acts={acts}
      listQuery={{ tab, query, filter }}
      onTab={(next) => {
        setTab(next);
        setQuery('');
      }}
      onQuery={setQuery}
      onFilter={setFilter}
      openSettings={openSettings}
    />
  );
}
