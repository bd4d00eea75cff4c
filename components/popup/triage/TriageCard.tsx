import { useLayoutEffect, useRef } from 'preact/hooks';

import { Avatar } from '@/components/parts/Avatar';
import { isUnread } from '@/lib/model/chats/chat';
import type { Row } from '@/lib/model/chats/rows';
import { reminderWords, rowName } from '@/lib/model/list/row-name';
import { t, tn } from '@/lib/text/i18n';
import { TriageMessages } from './TriageMessages';

interface Props {
  row: Row;
  now: number;
  /** "3 of 12" */
  place: string;
  /** It comes back, from the other side. */
  isBack: boolean;
}

/** One chat, large. It takes the focus when it comes, which says who it is. */
export function TriageCard({ row, now, place, isBack }: Props) {
  const card = useRef<HTMLElement>(null);
  const { chat } = row;
  useLayoutEffect(() => card.current?.focus(), [chat.id]);
  return (
    <article
      ref={card}
      class={isBack ? 'triage-card is-back' : 'triage-card'}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- takes the focus, so that it is read out
      tabIndex={-1}
      aria-label={`${rowName(row, now)}, ${place}`}
    >
      <header>
        <Avatar chat={chat} />
        <div>
          <h2 dir="auto">{chat.title}</h2>
          <p class="secondary">{factsOf(row, now).join(' · ')}</p>
        </div>
      </header>
      <TriageMessages chat={chat} now={now} />
    </article>
  );
}

function factsOf(row: Row, now: number): string[] {
  const { chat, reminder } = row;
  const unread = chat.unreadCount > 0 ? tn('row_unread', chat.unreadCount) : t('row_marked_unread');
  return [
    chat.network,
    ...(isUnread(chat) ? [unread] : []),
    ...(chat.box === 'archive' ? [t('tab_archive')] : []),
    ...(chat.isMuted ? [t('row_muted')] : []),
    ...(reminder ? [reminderWords(row, now)] : []),
  ];
}
