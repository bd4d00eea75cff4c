import { titleOf } from '../../../lib/error-words';
import type { ErrorCode } from '../../../lib/errors';
import { t } from '../../../lib/i18n';
import { Panel, type PanelProps } from '../Panel';
import { previewTalk } from '../../../lib/preview-talk';
import { TalkView } from './TalkView';
import { useTalk } from './use-talk';

/** The last messages of a chat, only looked at: nobody is told that they were read. */
export function PeekPanel(props: PanelProps) {
  const { chat } = props.row;
  const { talk, error, older, loadOlder, retry } = useTalk(chat);
  const shown = talk ?? { messages: previewTalk(chat) };
  return (
    <Panel {...props} name={t('peek_title', chat.title)} own="peek">
      {error ? (
        <Failed what={t('peek_failed')} error={error} onRetry={retry} />
      ) : (
        <TalkView
          messages={shown.messages}
          isGroup={chat.isGroup}
          now={props.now}
          state={talk ? (talk.older ? older : 'begin') : 'first'}
          onTop={loadOlder}
        />
      )}
    </Panel>
  );
}

interface FailedProps {
  what: string;
  error: ErrorCode;
  onRetry(): void;
}

/** What could not be had, why, and the way to try again. */
export function Failed({ what, error, onRetry }: FailedProps) {
  return (
    <div class="panel-empty" role="alert">
      <p>{t('failed_because', what, titleOf(error))}</p>
      <button type="button" class="button" onClick={onRetry}>
        {t('action_try_again')}
      </button>
    </div>
  );
}
