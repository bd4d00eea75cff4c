import type { ComponentChildren, JSX } from 'preact';

import { isUnread } from '@/lib/model/chats/chat';
import type { Row } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';

type ItemProps = Omit<JSX.IntrinsicElements['li'], 'class'>;

interface Props extends ItemProps {
  row: Row;
  /** What screen readers call it. */
  name: string;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  isSelected?: boolean;
  children: ComponentChildren;
}

/** One row of the list as an element. It only arranges, so that the first frame can draw it too. */
export function RowView({ row, name, isCurrent, isSelected = false, children, ...item }: Props) {
  const { chat } = row;
  return (
    <li
      class={`row${isUnread(chat) ? ' is-unread' : ''}${isSelected ? ' is-selected' : ''}`}
      data-chat={chat.id}
      aria-label={isSelected ? `${name}, ${t('row_selected')}` : name}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a roving list: its rows take the focus
      tabIndex={isCurrent ? 0 : -1}
      {...item}
    >
      {children}
    </li>
  );
}
