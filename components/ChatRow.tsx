import type { CanAct } from '../lib/can-act';
import { isUnread } from '../lib/chat';
import { titleOf } from '../lib/error-words';
import { formatWhen } from '../lib/format-time';
import { language, t } from '../lib/i18n';
import { previewLine } from '../lib/preview-line';
import { rowName } from '../lib/row-name';
import type { Row } from '../lib/views';
import { Avatar } from './Avatar';
import { RowActions } from './RowActions';
import type { RowDeeds } from './row-deeds';
import { RowMarks } from './RowMarks';

interface Props {
  row: Row;
  now: number;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  canAct: CanAct;
  deeds: RowDeeds;
}

/** One chat in two lines. A click opens it in Beeper; the keys are handled by the popup. */
export function ChatRow({ row, now, isCurrent, canAct, deeds }: Props) {
  const { chat, failed } = row;
  const when = formatWhen(chat.lastActivity, now, language());
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Enter does the same, for all rows in one place
    <li
      class={`row ${isUnread(chat) ? 'is-unread' : ''}`}
      data-chat={chat.id}
      aria-label={rowName(row, now)}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a roving list: its rows take the focus
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => deeds.open(row)}
    >
      <Avatar chat={chat} />
      <span class="title" dir="auto">
        {chat.title}
      </span>
      <time class="when">{when}</time>
      {failed ? (
        <Failure row={row} deeds={deeds} />
      ) : (
        <span class="preview" dir="auto">
          {previewLine(chat)}
        </span>
      )}
      <span class="visually-hidden">{chat.network}</span>
      {!failed && <RowMarks row={row} now={now} />}
      <RowActions row={row} deeds={deeds} canAct={canAct} />
    </li>
  );
}

/** What was given up, where the preview stands otherwise, with the ways on. */
function Failure({ row, deeds }: { row: Row; deeds: RowDeeds }) {
  const { failed } = row;
  if (!failed) return null;
  const what = t(`not_${failed.intent.kind}`);
  const why = failed.error ? titleOf(failed.error) : '';
  return (
    <span class="preview failure">
      <span class="reason" title={why}>
        {t('failed_because', what, why)}
      </span>
      <LinkButton text={t('action_try_again')} onPress={() => deeds.retry(row)} />
      <LinkButton text={t('action_dismiss')} onPress={() => deeds.dismiss(row)} />
    </span>
  );
}

function LinkButton({ text, onPress }: { text: string; onPress(): void }) {
  return (
    <button
      type="button"
      class="link"
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      {text}
    </button>
  );
}
