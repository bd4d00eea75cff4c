import { Portrait } from '@/components/parts/Portrait';
import { FootView } from '@/components/popup/FootView';
import { InboxView } from '@/components/popup/InboxView';
import { RowLines } from '@/components/popup/list/RowLines';
import { RowView } from '@/components/popup/list/RowView';
import { DAY } from '@/lib/base/time';
import { freshness } from '@/lib/model/connection/freshness';
import type { Status } from '@/lib/model/connection/status';
import { NO_FILTER } from '@/lib/model/list/filter';
import { firstView } from '@/lib/model/list/page-view';
import type { Prerender } from '@/lib/model/list/prerendered';
import { rowName } from '@/lib/model/list/row-name';
import type { PopupSummary } from '@/lib/model/list/summary';
import { t } from '@/lib/text/i18n';
import { toVNodeData } from './to-data';

/** The popup as the worker draws it beforehand. */
export const prerenderPopup: Prerender = (summary, now) =>
  toVNodeData(<FirstFrame summary={summary} now={now} />)[0] ?? '';

interface Props {
  summary: PopupSummary;
  now: number;
}

const LIST_QUERY = { tab: 'unread', query: '', filter: NO_FILTER } as const;

/** The popup's view of the popup summary, without what can be done with it. */
function FirstFrame({ summary, now }: Props) {
  const { status, rows } = summary;
  return (
    <InboxView
      view={firstView(summary, 'unread')}
      listQuery={LIST_QUERY}
      isFullSyncRunning={false}
      head={{
        searchBox: null,
        onTab: nothing,
        onQuery: nothing,
        onMenu: nothing,
        onFilters: nothing,
      }}
      chips={{ onFilter: nothing }}
      list={<FirstRows rows={rows} now={now} />}
      foot={<FootView trouble={status.trouble} text={lastingFreshness(status, now)} />}
    />
  );
}

function FirstRows({ rows, now }: Pick<PopupSummary, 'rows'> & { now: number }) {
  return (
    <ul class="list" aria-label={t('popup_chats')}>
      {rows.map((row, index) => (
        <RowView key={row.chat.id} row={row} name={rowName(row, now)} isCurrent={index === 0}>
          <RowLines row={row} now={now} avatar={<Portrait chat={row.chat} />} />
        </RowView>
      ))}
    </ul>
  );
}

/** What will still be true when it is seen; the age of the news is left to the popup. */
function lastingFreshness(status: Status, now: number): string {
  const text = freshness(status, now);
  return text === freshness(status, now + DAY) ? text : '';
}

function nothing(): void {}
