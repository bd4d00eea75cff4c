import type { ErrorCode } from '@/lib/base/errors';
import { titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';

interface Props {
  what: string;
  error: ErrorCode;
  onRetry(): void;
}

/** What could not be had, why, and the way to try again. */
export function Failed({ what, error, onRetry }: Props) {
  return (
    <div class="panel-empty" role="alert">
      <p>{t('failed_because', what, titleOf(error))}</p>
      <button type="button" class="button" onClick={onRetry}>
        {t('action_try_again')}
      </button>
    </div>
  );
}
