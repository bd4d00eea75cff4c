import type { Chat } from '../../../lib/chat';
import { t } from '../../../lib/i18n';
import { previewTalk } from '../../../lib/preview-talk';
import { Failed } from './Failed';
import { TalkView } from './TalkView';
import { useTalk } from './use-talk';

interface Props {
  chat: Chat;
  now: number;
}

/** The last messages of a chat, only looked at: nobody is told that they were read. */
export function Talk({ chat, now }: Props) {
  const { talk, error, older, loadOlder, retry } = useTalk(chat);
  if (error) return <Failed what={t('peek_failed')} error={error} onRetry={retry} />;
  const { messages } = talk ?? { messages: previewTalk(chat) };
  return (
    <TalkView
      messages={messages}
      isGroup={chat.isGroup}
      now={now}
      state={talk ? (talk.older ? older : 'begin') : 'first'}
      onTop={loadOlder}
    />
  );
}
