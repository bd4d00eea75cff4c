import type { ComponentChildren, ComponentProps } from 'preact';

import { Chips } from '@/components/parts/Chips';
import { Nothing } from '@/components/popup/list/EmptyList';
import type { PageView } from '@/lib/model/list/page-view';
import type { ListQuery } from '@/lib/model/list/search/find-chats';
import { Head } from './Head';

interface Props {
  view: PageView;
  listQuery: ListQuery;
  /** Quiet chats and the archive are still being read. */
  isFullSyncRunning: boolean;
  head: Pick<
    ComponentProps<typeof Head>,
    'searchBox' | 'onTab' | 'onQuery' | 'onMenu' | 'onFilters'
  >;
  chips: Omit<ComponentProps<typeof Chips>, 'filters' | 'filter'>;
  /** The rows, where there are any. */
  list: ComponentChildren;
  /** What comes after the chats that were found. */
  below?: ComponentChildren;
  /** What opens over the rows. */
  overlay?: ComponentChildren;
  notice?: ComponentChildren;
  selectionBar?: ComponentChildren;
  foot: ComponentChildren;
}

/**
 * What the popup looks like. It only arranges: the popup draws it, and the worker draws it
 * beforehand for the first frame, so the two cannot differ.
 */
export function InboxView({
  view,
  listQuery,
  isFullSyncRunning,
  head,
  chips,
  list,
  ...parts
}: Props) {
  const { tab, query, filter } = listQuery;
  return (
    <div class="popup">
      <Head tab={tab} counts={view.counts} query={query} {...head} />
      <Chips filters={view.filters} filter={filter} {...chips} />
      <main class="rows">
        <div id="chats" class="rows" {...panel(listQuery)}>
          {view.rows.length > 0 ? (
            list
          ) : (
            <Nothing view={view} listQuery={listQuery} isFullSyncRunning={isFullSyncRunning} />
          )}
          {parts.below}
        </div>
        {parts.overlay}
      </main>
      {/* It is there from the start: only then do screen readers read out what comes into it. */}
      <div class="notice" role="status">
        {parts.notice}
      </div>
      {parts.selectionBar}
      {parts.foot}
    </div>
  );
}

/** What a search finds belongs to no tab. */
function panel({ tab, query }: ListQuery) {
  return query ? {} : ({ role: 'tabpanel', 'aria-labelledby': `tab-${tab}` } as const);
}
