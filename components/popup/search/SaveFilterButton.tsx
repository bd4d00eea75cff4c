import { warn } from '@/lib/base/log';
import { type Filter, filterName } from '@/lib/model/list/filter';
import { isSameFilter } from '@/lib/model/list/search/same-filter';
import { ask } from '@/lib/requests/bridge';
import { t } from '@/lib/text/i18n';

interface Props {
  filter: Filter;
  /** Those kept already. */
  filters: readonly Filter[];
}

/** Keeps a filter at hand, or does so no more; one button for both, so that it keeps the focus. */
export function KeepButton({ filter, filters }: Props) {
  const isKept = filters.some((kept) => isSameFilter(kept, filter));
  const name = filterName(filter);
  return (
    <button
      type="button"
      class="link"
      aria-label={isKept ? t('filter_remove_name', name) : t('filter_save_name', name)}
      onClick={() => {
        ask('keepFilter', { filter, isKept: !isKept }).catch((error: unknown) =>
          warn('the filter could not be stored', error),
        );
      }}
    >
      {isKept ? t('filter_remove') : t('filter_save')}
    </button>
  );
}
