import type { Chat } from '@/lib/model/chats/chat';
import { previewConversation } from '@/lib/model/messages/preview-conversation';
import { t } from '@/lib/text/i18n';
import { ConversationView } from './ConversationView';
import { Failed } from './Failed';
import { useConversation } from './use-conversation';

interface Props {
  chat: Chat;
  now: number;
}

/** The last messages of a chat, only looked at: nobody is told that they were read. */
export function Conversation({ chat, now }: Props) {
  const { conversation, error, older, loadOlder, retry } = useConversation(chat);
  if (error) return <Failed what={t('peek_failed')} error={error} onRetry={retry} />;
  const { messages } = conversation ?? { messages: previewConversation(chat) };
  return (
    <ConversationView
      messages={messages}
      isGroup={chat.isGroup}
      now={now}
      state={conversation ? (conversation.older ? older : 'begin') : 'first'}
      onTop={loadOlder}
    />
  );
}
