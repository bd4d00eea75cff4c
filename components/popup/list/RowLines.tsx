import type { ComponentChildren } from 'preact';

import type { Chat } from '@/lib/model/chats/chat';
import type { Row } from '@/lib/model/chats/rows';
import { previewParts } from '@/lib/model/list/preview';
import { formatWhen } from '@/lib/text/format-time';
import { language, t } from '@/lib/text/i18n';
import { RowMarks } from './RowMarks';

interface Props {
  row: Row;
  now: number;
  avatar: ComponentChildren;
  /** What was given up, where the preview stands otherwise. */
  failure?: ComponentChildren;
}

/** What a row says, in two lines. */
export function RowLines({ row, now, avatar, failure }: Props) {
  const { chat } = row;
  return (
    <>
      {avatar}
      <span class="title" dir="auto">
        {chat.title}
      </span>
      <time class="when">{formatWhen(chat.lastActivity, now, language())}</time>
      {failure ?? <Preview chat={chat} />}
      <span class="visually-hidden">{chat.network}</span>
      {!failure && <RowMarks row={row} now={now} />}
    </>
  );
}

/**
 * Who wrote it stands where the page begins; its words run their own way, so that cut off is their
 * end. In its place stands that a reply may not have arrived.
 */
function Preview({ chat }: { chat: Chat }) {
  if (chat.lost) return <span class="preview is-lost">{t(`not_${chat.lost}`)}</span>;
  const { from, text } = previewParts(chat);
  return (
    <span class="preview">
      {from && <span class="from">{from}</span>}
      <bdi>{text}</bdi>
    </span>
  );
}
