import { useEffect, useRef } from 'preact/hooks';

import type { Message } from '@/lib/model/messages/conversation';
import { type ConversationDay, conversationDays } from '@/lib/model/messages/days';
import { formatDay } from '@/lib/text/format-day';
import { language, t } from '@/lib/text/i18n';
import { MessageLine } from './MessageLine';

interface Props {
  messages: readonly Message[];
  isGroup: boolean;
  now: number;
  /** `first`: the first page is on its way; `begin`: there is nothing before. */
  state: 'first' | 'idle' | 'loading' | 'failed' | 'begin';
  /** The oldest message has come into view. */
  onTop(): void;
}

/** Pixels before the top from which on the older ones are fetched. */
const NEAR = 120;

/** Oldest at the top, newest in view. */
export function ConversationView({ messages, isGroup, now, state, onTop }: Props) {
  const conversation = useRef<HTMLDivElement>(null);
  const days = conversationDays(messages);
  useEffect(() => {
    const box = conversation.current?.parentElement;
    if (!box || state !== 'idle') return undefined;
    const lookUp = () => {
      if (leftAbove(box) < NEAR) onTop();
    };
    // What has come may not fill the window yet.
    lookUp();
    box.addEventListener('scroll', lookUp);
    return () => box.removeEventListener('scroll', lookUp);
  });

  if (days.length === 0 && state === 'begin') {
    return <p class="panel-empty secondary">{t('peek_empty')}</p>;
  }
  return (
    <div ref={conversation} class="talk">
      <ConversationTop state={state} onRetry={onTop} />
      {days.map((day) => (
        <Day key={day.lines[0]?.message.id} day={day} isGroup={isGroup} now={now} />
      ))}
    </div>
  );
}

/** Laid out from the bottom up, it stands at 0 there and goes down from it, px. */
function leftAbove({ scrollHeight, clientHeight, scrollTop }: Element): number {
  return scrollHeight - clientHeight + scrollTop;
}

function ConversationTop({ state, onRetry }: { state: Props['state']; onRetry(): void }) {
  return (
    <p class="talk-top secondary" role="status">
      {state === 'first' && t('peek_loading')}
      {(state === 'loading' || state === 'idle') && t('peek_older')}
      {state === 'begin' && t('peek_begin')}
      {state === 'failed' && (
        <>
          {t('peek_failed')}{' '}
          <button type="button" class="link" onClick={onRetry}>
            {t('action_try_again')}
          </button>
        </>
      )}
    </p>
  );
}

function Day({ day, isGroup, now }: { day: ConversationDay; isGroup: boolean; now: number }) {
  const name = day.at > 0 ? formatDay(day.at, now, language()) : '';
  return (
    <section aria-label={name}>
      {name && <h3 class="day">{name}</h3>}
      <ul>
        {day.lines.map((line) => (
          <MessageLine key={line.message.id} line={line} isGroup={isGroup} />
        ))}
      </ul>
    </section>
  );
}
