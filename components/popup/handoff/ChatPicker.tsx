import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { ErrorCode } from '@/lib/base/errors';
import { canActOn, canActWith } from '@/lib/model/chats/capabilities';
import type { Chat } from '@/lib/model/chats/chat';
import { rowsOf } from '@/lib/model/chats/rows';
import { searchRows } from '@/lib/model/list/search/search-rows';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';

/** Who wants another types more of its name. */
const MOST = 8;

interface Props {
  /** What goes into its draft. */
  text: string;
  snapshot: PageSnapshot;
  error: ErrorCode | undefined;
  onPick(chat: Chat): void;
}

/** One chat out of all that are known: the newest, or those found by name; Enter takes the marked one. */
export function ChatPicker({ text, snapshot, error, onPick }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const chats = useMemo(() => chatsFor(query, snapshot), [query, snapshot]);
  const active = Math.min(index, chats.length - 1);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(optionID(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKey = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: active + 1, ArrowUp: active - 1 };
    const to = moves[event.key];
    const chosen = chats[active];
    if (event.isComposing || (to === undefined && event.key !== 'Enter')) return;
    if (to !== undefined) setIndex(Math.max(0, Math.min(to, chats.length - 1)));
    else if (chosen && !event.repeat) onPick(chosen);
    event.preventDefault();
  };

  return (
    <div class="people">
      <p class="errand-text" dir="auto" aria-label={t('errand_text')} role="group">
        {text}
      </p>
      <input
        ref={field}
        role="combobox"
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('errand_find')}
        placeholder={t('errand_find')}
        aria-autocomplete="list"
        aria-expanded={chats.length > 0}
        aria-controls="errand-chats"
        aria-activedescendant={chats[active] && optionID(active)}
        {...(query && { dir: 'auto' as const })}
        value={query}
        onInput={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={onKey}
      />
      <div
        id="errand-chats"
        class="contacts"
        role="listbox"
        tabIndex={-1}
        aria-label={t('errand_find')}
      >
        {chats.map((chat, place) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys of the whole list
          <div
            key={chat.id}
            id={optionID(place)}
            class="contact"
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onClick={() => onPick(chat)}
          >
            <bdi>{chat.title}</bdi>
            <bdi class="secondary">{chat.network}</bdi>
          </div>
        ))}
      </div>
      <p class={error ? 'is-wrong' : 'secondary'} aria-live="polite">
        {error && titleOf(error)}
        {!error && chats.length === 0 && t('empty_search', query.trim())}
      </p>
    </div>
  );
}

/** In which somebody can write, the newest first or the one that is meant. */
function chatsFor(query: string, snapshot: PageSnapshot): Chat[] {
  const can = canActWith(snapshot.status);
  const rows = query.trim() ? searchRows(snapshot, query) : rowsOf(snapshot, isAtHand);
  return rows
    .map(({ chat }) => chat)
    .filter((chat) => canActOn(can, chat).write)
    .slice(0, MOST);
}

function isAtHand({ box }: Chat): boolean {
  return box !== 'archive';
}

function optionID(place: number): string {
  return `errand-chat-${place}`;
}
