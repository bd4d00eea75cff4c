import { useState } from 'preact/hooks';

import { IconButton } from '@/components/parts/IconButton';
import type { Chat } from '@/lib/model/chats/chat';
import type { Snapshot } from '@/lib/model/chats/rows';
import { searchRows } from '@/lib/model/list/search/search-rows';
import { t } from '@/lib/text/i18n';

/** So many are enough to choose from: who wants another types more of its name. */
const MOST_FOUND = 5;

interface Props {
  /** Ids. */
  chosen: readonly string[];
  snapshot: Snapshot;
  onChange(chosen: string[]): void;
}

/** Chats told of whatever they are, found by their titles. */
export function ChosenChats({ chosen, snapshot, onChange }: Props) {
  const [query, setQuery] = useState('');
  const found = query.trim() ? foundChats(snapshot, query, chosen) : [];
  const add = ({ id }: Chat) => {
    setQuery('');
    onChange([...chosen, id]);
  };
  return (
    <div class="field">
      <label for="chosen">{t('options_notify_chosen')}</label>
      {chosen.length > 0 && (
        <ul class="chosen" aria-label={t('options_notify_chosen')}>
          {chosen.map((id) => (
            <ChosenChat
              key={id}
              title={snapshot.chats.get(id)?.title ?? t('options_notify_gone')}
              onRemove={() => onChange(chosen.filter((one) => one !== id))}
            />
          ))}
        </ul>
      )}
      <input
        id="chosen"
        type="search"
        {...(query && { dir: 'auto' as const })}
        value={query}
        placeholder={t('options_notify_find')}
        autocomplete="off"
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <div aria-live="polite">
        {found.map((chat) => (
          <button key={chat.id} type="button" class="found-chat" onClick={() => add(chat)}>
            {t('options_notify_add', chat.title)} <span class="secondary">{chat.network}</span>
          </button>
        ))}
        {query.trim() && found.length === 0 && (
          <p class="secondary">{t('empty_search', query.trim())}</p>
        )}
      </div>
    </div>
  );
}

function foundChats(snapshot: Snapshot, query: string, chosen: readonly string[]): Chat[] {
  return searchRows(snapshot, query)
    .map(({ chat }) => chat)
    .filter(({ id }) => !chosen.includes(id))
    .slice(0, MOST_FOUND);
}

function ChosenChat({ title, onRemove }: { title: string; onRemove(): void }) {
  return (
    <li>
      <span>{title}</span>
      <IconButton icon="close" name={t('options_notify_remove', title)} onPress={onRemove} />
    </li>
  );
}
