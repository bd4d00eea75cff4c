import { type HelpHandlers, HelpButton } from '@/components/parts/HelpButton';
import { Icon, type IconName } from '@/components/parts/Icon';
import { useKept } from '@/components/parts/use-kept';
import { actionFor, type ErrorCode } from '@/lib/base/errors';
import type { Status } from '@/lib/model/connection/status';
import { type ConnectionWords, wordsOfError, wordsOfStatus } from '@/lib/model/connection/texts';
import { t } from '@/lib/text/i18n';
import type { Attempt } from './use-connection';

const ICONS: Record<ConnectionWords['tone'], IconName> = {
  well: 'read',
  wrong: 'alert',
  plain: 'waiting',
};

interface Props {
  status: Status;
  attempt: Attempt;
  handlers: HelpHandlers;
}

/** Says in one place how the connection stands, aloud as well when it changes. */
export function ConnectionState({ status, attempt, handlers }: Props) {
  const { title, detail, tone } = wordsOf(status, attempt);
  const error = useKept(errorOf(status, attempt), attempt === 'checking');
  return (
    <div class={`state is-${tone}`}>
      <Icon name={ICONS[tone]} />
      <div role="status">
        <p>
          <strong>{title}</strong>
        </p>
        {detail.map((line) => (
          <p key={line} class="secondary">
            {line}
          </p>
        ))}
      </div>
      {error && <HelpButton action={actionFor(error, status)} handlers={handlers} />}
    </div>
  );
}

/** What a button may help with: a token that may only read is no trouble, but may be exchanged. */
function errorOf({ trouble, access }: Status, attempt: Attempt): ErrorCode | undefined {
  if (typeof attempt === 'object') return attempt.error;
  if (attempt !== 'none') return undefined;
  return trouble ?? (access === 'readOnly' ? 'readOnly' : undefined);
}

function wordsOf(status: Status, attempt: Attempt): ConnectionWords {
  if (attempt === 'checking') return { title: t('options_checking'), detail: [], tone: 'plain' };
  if (attempt === 'waiting') {
    return { title: t('options_waiting'), detail: [t('options_waiting_hint')], tone: 'plain' };
  }
  if (typeof attempt === 'object') return wordsOfError(attempt.error);
  if (attempt === 'disconnected' && !status.isConnected) {
    const detail = [t('options_disconnected')];
    return { title: t('options_not_connected'), detail, tone: 'plain' };
  }
  return wordsOfStatus(status, Date.now());
}
