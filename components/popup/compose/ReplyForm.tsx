import { useLayoutEffect, useRef } from 'preact/hooks';

import type { ErrorCode } from '@/lib/base/errors';
import type { Chat } from '@/lib/model/chats/chat';
import type { Send } from '@/lib/model/messages/draft';
import { causeOf, titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';
import { useDraft } from './use-draft';

interface Props {
  chat: Chat;
  onSent(): void;
  onClose(): void;
}

const LINES = { fewest: 2, most: 6 };

/** A few words in reply, at the row. Closing it keeps them. */
export function ReplyForm({ chat, onSent, onClose }: Props) {
  const { text, isRead, send, error, type, press, discard } = useDraft(chat, onSent);
  const field = useRef<HTMLTextAreaElement>(null);
  const isUnderWay = send?.state === 'asked' || send?.state === 'sending';
  const trouble = error ? failedWords(error) : send && troubleOf(send);

  // At once: letters that come before the draft must not be taken for keys.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(-1, -1);
  }, [isRead]);

  return (
    <dialog
      open
      class="menu reply"
      aria-label={t('chat_reply', chat.title)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isUnderWay) press();
        }}
      >
        <label for="reply-text">{t('chat_reply', chat.title)}</label>
        <textarea
          ref={field}
          id="reply-text"
          // Nothing typed yet goes the way of the page, not from the left.
          {...(text && { dir: 'auto' as const })}
          rows={linesOf(text)}
          value={text ?? ''}
          readOnly={isUnderWay}
          aria-describedby="reply-hint"
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={(event) => {
            if (!isPlainEnter(event)) return;
            event.preventDefault();
            // A key held down sends once.
            if (!event.repeat && !isUnderWay) press();
          }}
        />
        {trouble && (
          <p class="is-wrong" role="alert">
            {trouble}
          </p>
        )}
        <div class="reply-foot">
          <span id="reply-hint" class="secondary" aria-live="polite">
            {isUnderWay ? t('reply_sending') : t('reply_hint')}
          </span>
          {send && !isUnderWay && (
            <button type="button" class="button" onClick={discard}>
              {t('reply_discard')}
            </button>
          )}
          <button type="submit" class="button is-primary" aria-disabled={isUnderWay}>
            {t(send?.state === 'unsure' ? 'reply_send_again' : 'reply_send')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** One that ends a word being composed (Japanese and others) is not meant for us. */
function isPlainEnter(event: KeyboardEvent): boolean {
  const { key, isComposing, shiftKey, altKey } = event;
  return key === 'Enter' && !isComposing && !shiftKey && !altKey;
}

function linesOf(text = ''): number {
  return Math.min(Math.max(text.split('\n').length, LINES.fewest), LINES.most);
}

function troubleOf({ state, error }: Send): string {
  if (state === 'unsure') return t('reply_unsure');
  if (state !== 'failed') return '';
  return error ? failedWords(error) : t('reply_stopped');
}

function failedWords(code: ErrorCode): string {
  return t('reply_failed', titleOf(code), causeOf(code));
}
