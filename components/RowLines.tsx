import type { ComponentChildren } from 'preact';

import { formatWhen } from '../lib/format-time';
import { language } from '../lib/i18n';
import { previewLine } from '../lib/preview-line';
import type { Row } from '../lib/rows';
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
      {failure ?? (
        <span class="preview" dir="auto">
          {previewLine(chat)}
        </span>
      )}
      <span class="visually-hidden">{chat.network}</span>
      {!failure && <RowMarks row={row} now={now} />}
    </>
  );
}
