import type { DrawGlance } from '../lib/frame';
import { NO_FILTER } from '../lib/filter';
import { freshness } from '../lib/freshness';
import type { Glance } from '../lib/glance';
import { t } from '../lib/i18n';
import { firstView } from '../lib/page-rows';
import { rowName } from '../lib/row-name';
import type { Status } from '../lib/status';
import { DAY } from '../lib/time';
import { FootView } from './FootView';
import { InboxView } from './InboxView';
import { markupOf } from './markup-of';
import { Portrait } from './Portrait';
import { RowLines } from './RowLines';
import { RowView } from './RowView';

/** The popup as the worker draws it beforehand. */
export const drawGlance: DrawGlance = (glance, now) =>
  markupOf(<FirstFrame glance={glance} now={now} />)[0] ?? '';

interface Props {
  glance: Glance;
  now: number;
}

const LOOKING = { tab: 'unread', query: '', filter: NO_FILTER } as const;

/** The popup's view of a glance, without what can be done with it. */
function FirstFrame({ glance, now }: Props) {
  const { status, rows } = glance;
  return (
    <InboxView
      view={firstView(glance, 'unread')}
      looking={LOOKING}
      isWalking={false}
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

function FirstRows({ rows, now }: Pick<Glance, 'rows'> & { now: number }) {
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
