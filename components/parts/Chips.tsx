import type { ComponentChildren } from 'preact';

import { type Filter, filterName, isFiltering, NO_FILTER } from '@/lib/model/list/filter';
import { t } from '@/lib/text/i18n';

interface Props {
  /** Those a person keeps. */
  filters: readonly Filter[];
  /** The one that is on. */
  filter: Filter;
  onFilter(filter: Filter): void;
  /** What can be done with the one that is on. */
  children?: ComponentChildren;
}

/** Filters at hand, on one slim line that is there only if it has something to show. */
export function Chips({ filters, filter, onFilter, children }: Props) {
  if (filters.length === 0 && !isFiltering(filter)) return null;
  const on = filterName(filter);
  return (
    <div class="chips" role="region" aria-label={t('filter_chips')}>
      {filters.map((kept) => {
        const name = filterName(kept);
        return (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={name === on}
            onClick={() => onFilter(name === on ? NO_FILTER : kept)}
          >
            {name}
          </button>
        );
      })}
      {children}
    </div>
  );
}
