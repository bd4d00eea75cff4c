import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import { Combobox, type ComboboxOption } from '@/components/parts/Combobox';
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
  const chats = useMemo(() => chatsFor(query, snapshot), [query, snapshot]);

  useEffect(() => field.current?.focus(), []);

  return (
    <div class="people">
      <p class="errand-text" dir="auto" aria-label={t('errand_text')} role="group">
        {text}
      </p>
      <Combobox
        id="errand-chat"
        field={field}
        fieldProps={{ 'aria-label': t('errand_find'), placeholder: t('errand_find') }}
        listName={t('errand_find')}
        query={query}
        options={chats.map((chat) => ({ ...optionOf(chat), chat }))}
        onQuery={setQuery}
        onPick={({ chat }) => onPick(chat)}
      />
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

function optionOf({ id, title, network }: Chat): ComboboxOption {
  return { id, name: title, detail: network };
}
