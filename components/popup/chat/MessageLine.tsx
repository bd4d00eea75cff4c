import { useState } from 'preact/hooks';

import { kindWords } from '@/lib/model/list/preview';
import type { Media, Message } from '@/lib/model/messages/conversation';
import type { ConversationLine } from '@/lib/model/messages/days';
import { formatLength } from '@/lib/text/format-day';
import { formatTime } from '@/lib/text/format-time';
import { formatNumber, language, t } from '@/lib/text/i18n';
import { HIDDEN, hideSpoilers, spoilerParts } from '@/lib/text/spoiler';

/** One message, as text alone. */
export function MessageLine({ line, isGroup }: { line: ConversationLine; isGroup: boolean }) {
  const { message, isFirst, isNew } = line;
  const { form, isOwn } = message;
  const who = isOwn ? t('peek_you') : message.sender;
  // Where two speak, the side says who; a screen reader hears it.
  const isWritten = isFirst && isGroup && !isOwn;
  return (
    <>
      {isNew && (
        <li class="new-line">
          <span>{t('peek_new')}</span>
        </li>
      )}
      <li class={`message is-${form} ${isOwn ? 'is-own' : ''} ${isFirst ? 'is-first' : ''}`}>
        {form !== 'notice' && who && (
          <span class={isWritten ? 'sender' : 'visually-hidden'} dir="auto">
            {isWritten ? who : `${who}: `}
          </span>
        )}
        <span class="bubble">
          {message.replyTo && <Quote line={line} />}
          <Said message={message} />
          <Small message={message} />
        </span>
      </li>
    </>
  );
}

function Said({ message: { form, text, media } }: { message: Message }) {
  if (form === 'deleted') return <em>{t('kind_deleted')}</em>;
  return (
    <>
      {mediaLines(media).map((line) => (
        <span key={line} class="medium">
          {line}
        </span>
      ))}
      {text && (
        <span class="said" dir="auto">
          {spoilerParts(text).map((part, index) =>
            // eslint-disable-next-line react/no-array-index-key -- parts of one text never move
            part.isSpoiler ? <Spoiler key={index} text={part.text} /> : part.text,
          )}
        </span>
      )}
      {!text && form === 'said' && !media?.length && <em>{t('kind_other')}</em>}
    </>
  );
}

/** Hidden until somebody asks for it. */
function Spoiler({ text }: { text: string }) {
  const [isShown, setShown] = useState(false);
  if (isShown) return <span class="spoiler is-shown">{text}</span>;
  return (
    <button
      type="button"
      class="spoiler"
      aria-label={t('peek_spoiler')}
      title={t('peek_spoiler')}
      onClick={() => setShown(true)}
    >
      {HIDDEN}
    </button>
  );
}

/** When, and what else is small: who reacted how, that it was changed, that it has not gone. */
function Small({ message }: { message: Message }) {
  const { at, isEdited, sending, reactions } = message;
  return (
    <span class="small">
      {reactions?.map(({ key, count }) => (
        <span key={key} class="reaction">
          {count > 1 ? `${key} ${formatNumber(count)}` : key}
        </span>
      ))}
      {isEdited && <span>{t('peek_edited')}</span>}
      {sending && (
        <span class={sending === 'failed' ? 'is-wrong' : ''}>
          {t(sending === 'failed' ? 'peek_not_sent' : 'peek_sending')}
        </span>
      )}
      {at > 0 && <time dateTime={new Date(at).toISOString()}>{formatTime(at, language())}</time>}
    </span>
  );
}

function Quote({ line: { answers } }: { line: ConversationLine }) {
  if (!answers || answers.form === 'hidden') return <span class="quote">{t('peek_reply')}</span>;
  const { isOwn, sender, text, form, media } = answers;
  const who = isOwn ? t('peek_you') : sender;
  const what = form === 'deleted' ? t('kind_deleted') : hideSpoilers(text) || mediaLines(media)[0];
  return (
    <span class="quote" dir="auto">
      {who && <strong>{who}</strong>} {what}
    </span>
  );
}

/** Each kind and name once, with how many there are. */
function mediaLines(media: readonly Media[] = []): string[] {
  const counts = new Map<string, number>();
  for (const words of media.map(mediaWords)) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts].map(([words, count]) =>
    count > 1 ? `${words} × ${formatNumber(count)}` : words,
  );
}

function mediaWords({ kind, name, seconds }: Media): string {
  const words = kindWords(kind) || t('kind_file');
  if (kind === 'FILE' && name) return t('peek_media', words, name);
  return seconds ? t('peek_media', words, formatLength(seconds)) : words;
}
