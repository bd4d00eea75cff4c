import { type ConnectionWords, wordsOfError, wordsOfStatus } from '../lib/connection-words';
import { t } from '../lib/i18n';
import type { Status } from '../lib/status';
import type { Attempt } from './hooks/use-connection';
import { Icon, type IconName } from './Icon';

const ICONS: Record<ConnectionWords['tone'], IconName> = {
  well: 'read',
  wrong: 'alert',
  plain: 'waiting',
};

/** Says in one place how the connection stands, aloud as well when it changes. */
export function ConnectionState({ status, attempt }: { status: Status; attempt: Attempt }) {
  const { title, detail, tone } = wordsOf(status, attempt);
  return (
    <div class={`state is-${tone}`} role="status">
      <Icon name={ICONS[tone]} />
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        <p class="secondary">{detail}</p>
      </div>
    </div>
  );
}

function wordsOf(status: Status, attempt: Attempt): ConnectionWords {
  if (attempt === 'checking') return { title: t('options_checking'), detail: '', tone: 'plain' };
  if (attempt === 'waiting') {
    return { title: t('options_waiting'), detail: t('options_waiting_hint'), tone: 'plain' };
  }
  if (typeof attempt === 'object') return wordsOfError(attempt.error);
  if (attempt === 'disconnected' && !status.isConnected) {
    return { title: t('options_not_connected'), detail: t('options_disconnected'), tone: 'plain' };
  }
  return wordsOfStatus(status, Date.now());
}
