import { useEffect, useState } from 'preact/hooks';

import { fold } from '@/lib/text/fold';
import { t } from '@/lib/text/i18n';

/** Leaves of the settings those in which all the words are, as they are written on the page. */
export function SettingsSearch() {
  const [query, setQuery] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  useEffect(() => setEmpty(!showOnly(query)), [query]);
  return (
    <div class="settings-search field">
      <input
        type="search"
        {...(query && { dir: 'auto' as const })}
        aria-label={t('options_search')}
        placeholder={t('options_search')}
        autocomplete="off"
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <p class="secondary" aria-live="polite">
        {isEmpty && t('options_search_none')}
      </p>
    </div>
  );
}

/** @returns whether any is left */
function showOnly(query: string): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const cards = [...document.querySelectorAll<HTMLElement>('.settings-group .card')];
  for (const card of cards) {
    const text = fold(card.textContent ?? '');
    card.hidden = !words.every((word) => text.includes(word));
  }
  return cards.some(({ hidden }) => !hidden);
}
