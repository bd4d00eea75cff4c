import { CALM, EmptyState } from '@/components/parts/EmptyState';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import { type Filter, filterName, isFiltering, NO_FILTER } from '@/lib/model/list/filter';
import type { Tab } from '@/lib/model/list/tabs';
import { formatNumber, language, t, tn } from '@/lib/text/i18n';
import { Messages } from './MessageHits';
import { useLookUp } from './use-look-up';
import { useSearch } from './use-search';

/** A bubble with a lens: nothing found. */
const LENS =
  'M22 14h40a8 8 0 0 1 8 8v16a8 8 0 0 1-8 8H42L30 56V46h-8a8 8 0 0 1-8-8V22a8 8 0 0 1 8-8zM62 48m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M69 55l11 9';

const NONE: readonly string[] = [];

/** What follows the chats that were found: what was left out, and the messages with the words. */
export function MoreResults(props: OverlayProps) {
  const { view, listQuery, onFilter, close } = props;
  const { rows, total = 0, unknown = 0, notRefetched = NONE, isWhole, status } = view;
  const { tab, filter } = listQuery;
  const query = listQuery.query.trim();
  useSearch(query);
  const lookUp = useLookUp(notRefetched, status.trouble !== undefined);
  if (!isWhole) return null;
  const showAll = () => {
    onFilter(NO_FILTER);
    close();
  };
  return (
    <>
      {rows.length === 0 && lookUp.left === 0 && (
        <EmptyState
          drawing={query ? LENS : CALM}
          text={query ? t('empty_search', query) : nothingWords(tab, filter)}
        >
          {isFiltering(filter) && (
            <button type="button" class="button" onClick={showAll}>
              {t('filter_clear')}
            </button>
          )}
        </EmptyState>
      )}
      {total > rows.length && (
        <p class="found-note secondary">
          {t('search_more', formatNumber(rows.length), formatNumber(total))}
        </p>
      )}
      <Unknown unknown={unknown} {...lookUp} />
      {query && <Messages {...props} query={query} />}
    </>
  );
}

interface UnknownProps extends ReturnType<typeof useLookUp> {
  unknown: number;
}

/** Of how many chats it is not known whether they wait, and what is done about it. */
function Unknown({ unknown, left, canGoOn, goOn }: UnknownProps) {
  if (unknown === 0) return null;
  return (
    <p class="found-note secondary">
      {left > 0 ? t('filter_looking', formatNumber(left)) : tn('filter_unknown', unknown)}
      {canGoOn && (
        <>
          {' '}
          <button type="button" class="button" onClick={goOn}>
            {t('filter_look_on')}
          </button>
        </>
      )}
    </p>
  );
}

/** Networks are named as one speaks of them; any other filter by its name. */
function nothingWords(tab: Tab, filter: Filter): string {
  const { networks, accounts, kind, isWaiting } = filter;
  if (kind || isWaiting) return t('empty_filtered', filterName(filter));
  const places = [...networks, ...accounts.map(({ name }) => name)];
  const list = new Intl.ListFormat(language(), { type: 'disjunction' }).format(places);
  return t(`empty_filtered_${tab}`, list);
}
