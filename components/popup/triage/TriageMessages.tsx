import { Conversation } from '@/components/popup/chat/Conversation';
import type { Chat } from '@/lib/model/chats/chat';
import { t } from '@/lib/text/i18n';

interface Props {
  chat: Chat;
  now: number;
}

/** What was last written, only looked at: nobody is told that it was read. */
export function TriageMessages({ chat, now }: Props) {
  return (
    <div
      class="panel-body"
      role="group"
      aria-label={t('peek_title', chat.title)}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keyboard
      tabIndex={0}
    >
      <Conversation chat={chat} now={now} />
    </div>
  );
}
