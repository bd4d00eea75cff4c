import { ERRORS } from '../lib/errors';
import { freshness } from '../lib/freshness';
import { t } from '../lib/i18n';
import type { Status } from '../lib/status';
import { SECOND } from '../lib/time';
import { useNow } from './hooks/use-now';
import { Icon } from './Icon';

interface Props {
  status: Status;
  onOpenSettings(): void;
  onRefresh(): void;
}

/** One line: how fresh the list is, or the trouble with the one button that helps. */
export function Foot({ status, onOpenSettings, onRefresh }: Props) {
  const now = useNow(SECOND);
  const { trouble } = status;
  const error = trouble && ERRORS[trouble];
  return (
    <footer class={trouble ? 'foot is-wrong' : 'foot'}>
      {error && <Icon name="alert" />}
      <span class="foot-text" title={error && t(error.hint)}>
        {freshness(status, now)}
      </span>
      {error?.action === 'openSettings' && (
        <button type="button" class="button" onClick={onOpenSettings}>
          {t('action_open_settings')}
        </button>
      )}
      {error?.action === 'tryAgain' && (
        <button type="button" class="button" onClick={onRefresh}>
          {t('action_try_again')}
        </button>
      )}
    </footer>
  );
}
