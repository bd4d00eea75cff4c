import { Component } from 'preact';

import type { CanAct } from '../lib/can-act';
import { isUnread } from '../lib/chat';
import { titleOf } from '../lib/error-words';
import { t } from '../lib/i18n';
import { rowName } from '../lib/row-name';
import type { Row } from '../lib/rows';
import { MINUTE } from '../lib/time';
import { Avatar } from './Avatar';
import { ROW_HEIGHT } from './hooks/use-window';
import { RowActions } from './RowActions';
import type { RowDeeds } from './row-deeds';
import { RowLines } from './RowLines';

interface Props {
  row: Row;
  now: number;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  canAct: CanAct;
  deeds: RowDeeds;
  /** How many rows are left out just before it. */
  gap: number;
  /** Where it stands among how many, from 1, in a list that is not drawn whole. */
  position?: number;
  count?: number;
}

/**
 * One chat in two lines. A click opens it in Beeper; the keys are handled by the popup. Drawn anew
 * only for what it shows: a list has many, and nearly all of them stay as they are.
 */
export class ChatRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { props } = this;
    return SHOWN.some((name) => next[name] !== props[name]) || minute(next) !== minute(props);
  }

  render({ row, now, isCurrent, canAct, deeds, gap, position, count }: Props) {
    const { chat, failed } = row;
    return (
      // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Enter does the same, for all rows in one place
      <li
        class={isUnread(chat) ? 'row is-unread' : 'row'}
        data-chat={chat.id}
        aria-label={rowName(row, now)}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a roving list: its rows take the focus
        tabIndex={isCurrent ? 0 : -1}
        aria-posinset={position}
        aria-setsize={count}
        style={gap > 0 ? { marginTop: `${gap * ROW_HEIGHT}px` } : undefined}
        onClick={() => deeds.open(row)}
      >
        <RowLines
          row={row}
          now={now}
          avatar={<Avatar chat={chat} />}
          failure={failed && <Failure row={row} deeds={deeds} />}
        />
        <RowActions row={row} deeds={deeds} canAct={canAct} />
      </li>
    );
  }
}

const SHOWN = ['row', 'isCurrent', 'canAct', 'deeds', 'gap', 'position', 'count'] as const;

/** Nothing in a row is told more exactly. */
function minute({ now }: Props): number {
  return Math.floor(now / MINUTE);
}

/** What was given up, with the ways on. */
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
