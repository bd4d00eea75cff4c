import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { useNow } from '@/components/parts/use-now';
import type { Acts } from '@/components/popup/actions/use-act';
import { useActions } from '@/components/popup/actions/use-actions';
import { useKeys } from '@/components/popup/actions/use-keys';
import { ChatList } from '@/components/popup/list/ChatList';
import { OverlayView } from '@/components/popup/overlays/OverlayView';
import type { Overlay } from '@/components/popup/overlays/overlay';
import { readMemory } from '@/components/popup/reminders/remind-memory';
import { MINUTE } from '@/lib/base/time';
import { canActWith } from '@/lib/model/chats/capabilities';
import { type Filter, isFiltering, NO_FILTER } from '@/lib/model/list/filter';
import { isSeeking, type PageView } from '@/lib/model/list/page-view';
import type { ListQuery } from '@/lib/model/list/search/find-chats';
import type { Tab } from '@/lib/model/list/tabs';
import { ask } from '@/lib/requests/bridge';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { tn } from '@/lib/text/i18n';
import { Foot } from './Foot';
import { FootTools } from './FootTools';
import { InboxView } from './InboxView';
import { NoticeBar } from './NoticeBar';
import { SelectionBar } from './SelectionBar';
import { focusRow, useCurrentRow } from './use-current-row';
import { useSelection } from './use-selection';

const FILTER_TOOLS: Overlay = { kind: 'filterTools' };
const FOUND: Overlay = { kind: 'found' };

interface Props {
  view: PageView;
  snapshot: PageSnapshot | undefined;
  acts: Acts;
  listQuery: ListQuery;
  onTab(tab: Tab): void;
  onQuery(query: string): void;
  onFilter(filter: Filter): void;
  openSettings(): void;
}

/** A page that was opened for something begins with it (lib/browser/handoff.ts). */
function initialOverlay(): Overlay | undefined {
  return location.search.includes('errand') ? { kind: 'errand' } : undefined;
}

/** The connected popup: head, rows, foot, and what opens over them. */
export function Inbox({ view, snapshot, acts, listQuery, onTab, onQuery, ...given }: Props) {
  const { onFilter, openSettings } = given;
  const { tab, query, filter } = listQuery;
  const { rows, status, singleKeys } = view;
  const list = query || tab;
  const now = useNow(MINUTE / 4);
  const searchBox = useRef<HTMLInputElement>(null);
  const [overlay, setOverlay] = useState(initialOverlay);
  const { current, index, setCurrentID, goTo } = useCurrentRow(rows, list);
  const selection = useSelection(rows, list);
  const selected = selection.rows;
  const { run, runMany, extendTo } = useActions({
    acts,
    selection,
    current,
    setCurrentID,
    setOverlay,
  });
  // eslint-disable-next-line react-hooks/exhaustive-deps -- nothing else of it counts here, and it is new with every poll
  const canAct = useMemo(() => canActWith(status), [status.access, status.version]);

  // The reminder menu is to be there as soon as its key is pressed.
  useEffect(() => void readMemory(), []);

  const closeOverlay = () => setOverlay(undefined);
  const wasOpen = useRef(false);
  // Only once it is gone: it may have hidden the row.
  useLayoutEffect(() => {
    if (wasOpen.current && !overlay && current) focusRow(current.chat.id);
    wasOpen.current = overlay !== undefined;
  });

  const openFilters = () => setOverlay({ kind: 'filters' });
  const overlayProps = {
    view,
    listQuery,
    onQuery,
    onFilter,
    snapshot,
    acts,
    run,
    canAct,
    singleKeys,
    now,
    current,
    index,
    count: rows.length,
    step: (by: number) => setCurrentID(rows[index + by]?.chat.id ?? current?.chat.id),
    open: setOverlay,
    close: closeOverlay,
  };

  useKeys({
    singleKeys,
    isCovered: overlay !== undefined,
    current,
    index,
    count: rows.length,
    goTo,
    extendTo: (to) => extendTo(rows[to]),
    run,
    selected,
    runMany,
    canAct,
    popup: {
      selectAll: selection.all,
      undo: acts.undo,
      search: () => searchBox.current?.focus(),
      filters: openFilters,
      newChat: () => setOverlay({ kind: 'newChat' }),
      triage: () => setOverlay({ kind: 'triage' }),
      help: () => setOverlay({ kind: 'keys' }),
    },
    back: () => {
      if (overlay) {
        closeOverlay();
        return true;
      }
      if (selected.length > 0) {
        selection.clear();
        return true;
      }
      if (!query && document.activeElement !== searchBox.current) {
        if (!isFiltering(filter)) return false;
        onFilter(NO_FILTER);
        return true;
      }
      onQuery('');
      searchBox.current?.blur();
      if (current) focusRow(current.chat.id);
      return true;
    },
  });

  const lists = {
    rows,
    now,
    current: index,
    selected: selection.ids,
    canAct,
    run,
    onFocus: setCurrentID,
  };
  return (
    <InboxView
      view={view}
      listQuery={listQuery}
      isFullSyncRunning={snapshot?.fullSync.finishedAt === undefined}
      head={{
        searchBox,
        onTab,
        onQuery,
        onMenu: () => setOverlay({ kind: 'menu' }),
        onFilters: openFilters,
      }}
      chips={{
        onFilter,
        children: isFiltering(filter) && <OverlayView overlay={FILTER_TOOLS} {...overlayProps} />,
      }}
      list={<ChatList key={list} {...lists} />}
      below={isSeeking(listQuery) && <OverlayView overlay={FOUND} {...overlayProps} />}
      overlay={overlay && <OverlayView overlay={overlay} {...overlayProps} />}
      notice={<NoticeBar acts={acts} snapshot={snapshot} now={now} />}
      selectionBar={
        selected.length > 0 && (
          <SelectionBar rows={selected} canAct={canAct} runMany={runMany} clear={selection.clear} />
        )
      }
      foot={
        <Foot
          status={status}
          onOpenSettings={openSettings}
          // What goes wrong is stored by the worker as trouble, and shown from there.
          onRefresh={() => void ask('tryAgain', null).catch(() => undefined)}
          said={selected.length > 0 ? tn('selected', selected.length) : undefined}
        >
          <FootTools
            status={status}
            acts={acts}
            snapshot={snapshot}
            listQuery={listQuery}
            rows={rows}
            canAct={canAct}
            now={now}
          />
        </Foot>
      }
    />
  );
}
