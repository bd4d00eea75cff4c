import { useEffect, useState } from 'preact/hooks';

import { Panel, type PanelProps } from '@/components/popup/overlays/Panel';
import { type ErrorCode, errorCode } from '@/lib/base/errors';
import type { Details } from '@/lib/model/messages/details';
import { ask } from '@/lib/requests/bridge';
import { t } from '@/lib/text/i18n';
import { Facts } from './Facts';
import { Failed } from './Failed';
import { People } from './People';

/** All there is to know of a chat, to be read and copied. */
export function DetailsPanel(props: PanelProps) {
  const { row, now } = props;
  const { details, error, retry } = useDetails(row.chat.id);
  return (
    <Panel {...props} name={t('details_title', row.chat.title)} own="details">
      {error ? (
        <Failed what={t('details_failed')} error={error} onRetry={retry} />
      ) : (
        <div class="details">
          <Facts row={row} details={details} now={now} />
          {details ? (
            <People details={details} />
          ) : (
            <p class="secondary" role="status">
              {t('details_loading')}
            </p>
          )}
        </div>
      )}
    </Panel>
  );
}

interface State {
  chatID: string;
  details?: Details;
  error?: ErrorCode;
}

function useDetails(chatID: string) {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>({ chatID });
  const mine = state.chatID === chatID ? state : { chatID };
  useEffect(() => {
    let isOver = false;
    const settle = (next: State) => {
      if (!isOver) setState(next);
    };
    ask('details', { chatID }).then(
      (details) => settle({ chatID, details }),
      (error: unknown) => settle({ chatID, error: errorCode(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [chatID, attempt]);
  const retry = () => {
    setState({ chatID });
    setAttempt(attempt + 1);
  };
  return { ...mine, retry };
}
