import { isUnread } from '../lib/chat';
import type { DrawGlance } from '../lib/frame';
import { NO_FILTER } from '../lib/filter';
import { freshness } from '../lib/freshness';
import type { Glance } from '../lib/glance';
import { t } from '../lib/i18n';
import { firstView } from '../lib/page-rows';
import { rowName } from '../lib/row-name';
import type { Status } from '../lib/status';
import { DAY } from '../lib/time';
import { Chips } from './Chips';
import { Portrait } from './Portrait';
import { Head } from './Head';
import { Icon } from './Icon';
import { markupOf } from './markup-of';
import { Nothing } from './Nothing';
import { RowLines } from './RowLines';

/** The popup as the worker draws it beforehand. */
export const drawGlance: DrawGlance = (glance, now) =>
  markupOf(<FirstFrame glance={glance} now={now} />)[0] ?? '';

interface Props {
  glance: Glance;
  now: number;
}

const LOOKING = { tab: 'unread', query: '', filter: NO_FILTER } as const;

/** What `Inbox` draws of a glance, without what can be done with it. */
function FirstFrame({ glance, now }: Props) {
  const { status, counts, rows, filters } = glance;
  return (
    <div class="popup">
      <Head
        {...LOOKING}
        counts={counts}
        searchBox={null}
        onTab={nothing}
        onQuery={nothing}
        onMenu={nothing}
        onFilters={nothing}
      />
      <Chips filters={filters} filter={NO_FILTER} onFilter={nothing} />
      <main class="rows">
        <div id="chats" class="rows" role="tabpanel" aria-labelledby="tab-unread">
          {rows.length > 0 ? (
            <FirstRows rows={rows} now={now} />
          ) : (
            <Nothing view={firstView(glance, 'unread')} looking={LOOKING} isWalking={false} />
          )}
        </div>
      </main>
      <div class="notice" role="status" />
      <FirstFoot status={status} now={now} />
    </div>
  );
}

function FirstRows({ rows, now }: Pick<Glance, 'rows'> & { now: number }) {
  return (
    <ul class="list" aria-label={t('popup_chats')}>
      {rows.map((row, index) => (
        <li
          key={row.chat.id}
          class={isUnread(row.chat) ? 'row is-unread' : 'row'}
          data-chat={row.chat.id}
          aria-label={rowName(row, now)}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a roving list: its rows take the focus
          tabIndex={index === 0 ? 0 : -1}
        >
          <RowLines row={row} now={now} avatar={<Portrait chat={row.chat} />} />
        </li>
      ))}
    </ul>
  );
}

/** Says what will still be so when it is seen, and leaves the age of the news to later. */
function FirstFoot({ status, now }: { status: Status; now: number }) {
  const words = freshness(status, now);
  return (
    <footer class={status.trouble ? 'foot is-wrong' : 'foot'}>
      {status.trouble && <Icon name="alert" />}
      <span class="visually-hidden" aria-live="polite" />
      <span class="foot-text">{words === freshness(status, now + DAY) && words}</span>
    </footer>
  );
}

function nothing(): void {}
