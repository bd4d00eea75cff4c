import type { Chat } from '../../../lib/chat';
import { formatWhen } from '../../../lib/format-time';
import { language } from '../../../lib/i18n';
import { previewLine } from '../../../lib/preview-line';

interface Props {
  chat: Chat;
  now: number;
}

/** What was last written. */
export function TriageMessages({ chat, now }: Props) {
  const line = previewLine(chat);
  return (
    <div class="triage-messages">
      {line && (
        <p class={chat.preview?.isOwn ? 'message is-own' : 'message'}>
          <span dir="auto">{line}</span>
          <time>{formatWhen(chat.preview?.at ?? chat.lastActivity, now, language())}</time>
        </p>
      )}
    </div>
  );
}
