import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import { filterName, NO_FILTER } from '@/lib/model/list/filter';
import { isSameFilter } from '@/lib/model/list/search/same-filter';
import { tn } from '@/lib/text/i18n';
import { KeepButton } from './SaveFilterButton';

/** Beside the filters kept: the one that is on if it is none of them, and how much it shows. */
export function FilterTools({ view, listQuery, onFilter, close }: OverlayProps) {
  const { filter } = listQuery;
  const isKept = view.filters.some((kept) => isSameFilter(kept, filter));
  return (
    <>
      {!isKept && (
        <button
          type="button"
          class="chip"
          aria-pressed
          onClick={() => {
            onFilter(NO_FILTER);
            close();
          }}
        >
          {filterName(filter)}
        </button>
      )}
      <span class="chips-end">
        <span class="chips-count" aria-live="polite">
          {view.total !== undefined && tn('filter_count', view.total)}
        </span>
        <KeepButton filter={filter} filters={view.filters} />
      </span>
    </>
  );
}
