import { useMemo, useState } from 'preact/hooks';

import { NO_FILTER } from '../lib/filter';
import type { Glance } from '../lib/glance';
import { pageView } from '../lib/page-rows';
import { PAGE_ITEMS } from '../lib/store/items';
import type { Tab } from '../lib/views';
import { Connect } from './Connect';
import { EmptyState } from './EmptyState';
import { useActs } from './hooks/use-acts';
import { useFreshness } from './hooks/use-freshness';
import { useSnapshot } from './hooks/use-snapshot';
import { Inbox } from './Inbox';
import { t } from '../lib/i18n';

interface Props {
  /** Read before the first frame, so that it already shows who wants one. */
  glance: Glance | null;
  /** In the search box, before anything listened. */
  typed: string;
  openSettings(): void;
}

/** Picks the state: not connected, still loading, or the inbox. */
export function App({ glance, typed, openSettings }: Props) {
  const snapshot = useSnapshot(PAGE_ITEMS);
  const acts = useActs(snapshot);
  const [tab, setTab] = useState<Tab>('unread');
  const [query, setQuery] = useState(typed);
  const [filter, setFilter] = useState(NO_FILTER);
  const { overlay } = acts;
  const view = useMemo(
    () => pageView(snapshot, glance, { tab, query, filter, acts: overlay }),
    [snapshot, glance, tab, query, filter, overlay],
  );
  useFreshness(view?.status.isConnected ?? false);

  if (!view) return <EmptyState text={t('popup_loading')} />;
  if (!view.status.isConnected) return <Connect onOpenSettings={openSettings} />;
  return (
    <Inbox
      view={view}
      snapshot={snapshot}
      acts={acts}
      looking={{ tab, query, filter }}
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
