import type { Chat } from '@/lib/model/chats/chat';
import { previewTalk } from '@/lib/model/messages/preview-conversation';
import { t } from '@/lib/text/i18n';
import { TalkView } from './ConversationView';
import { Failed } from './Failed';
import { useTalk } from './use-conversation';

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
