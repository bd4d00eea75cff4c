import type { Chat } from '../../../lib/chat';
import { t } from '../../../lib/i18n';
import { previewTalk } from '../../../lib/preview-talk';
import { Failed } from '../chat/PeekPanel';
import { TalkView } from '../chat/TalkView';
import { useTalk } from '../chat/use-talk';

interface Props {
  chat: Chat;
  now: number;
}

/** What was last written, only looked at: nobody is told that it was read. */
export function TriageMessages({ chat, now }: Props) {
  const { talk, error, older, loadOlder, retry } = useTalk(chat);
  const { messages } = talk ?? { messages: previewTalk(chat) };
  return (
    <div
      class="panel-body"
      role="group"
      aria-label={t('peek_title', chat.title)}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keyboard
      tabIndex={0}
    >
      {error ? (
        <Failed what={t('peek_failed')} error={error} onRetry={retry} />
      ) : (
        <TalkView
          messages={messages}
          isGroup={chat.isGroup}
          now={now}
          state={talk ? (talk.older ? older : 'begin') : 'first'}
          onTop={loadOlder}
        />
      )}
    </div>
  );
}
