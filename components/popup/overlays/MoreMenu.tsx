import { useEffect, useRef } from 'preact/hooks';

import { moveFocus } from '@/components/parts/move-focus';
import { deedLines } from '@/components/popup/actions/action-lines';
import { keyName } from '@/components/popup/actions/key-name';
import type { RowDeeds } from '@/components/popup/actions/row-actions';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import { keyOf } from '@/lib/text/key-of';

interface Props {
  row: Row;
  canAct: CanAct;
  deeds: RowDeeds;
  onClose(): void;
}

/** Everything that can be done with a chat, each with its key. */
export function MoreMenu({ row, canAct, deeds, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const lines = deedLines(canAct, row.chat);
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);

  const choose = (deed: keyof RowDeeds) => {
    // First, because it may open something else.
    onClose();
    deeds[deed](row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = keyOf(event);
    const line = lines.find(({ key }) => key === pressed && key.length === 1);
    if (pressed === 'Escape' || pressed === 'Tab' || pressed === '.') onClose();
    else if (line) choose(line.deed);
    else if (!menu.current || !moveFocus(pressed, menu.current, '[role=menuitem]')) return;
    event.preventDefault();
  };

  return (
    <div class="menu">
      <p class="menu-about" aria-hidden="true" dir="auto">
        {row.chat.title}
      </p>
      <div
        ref={menu}
        role="menu"
        tabIndex={-1}
        aria-label={t('chat_more', row.chat.title)}
        onKeyDown={onKeyDown}
      >
        {lines.map(({ deed, key, words }) => (
          <button
            key={deed}
            type="button"
            class="menu-item"
            role="menuitem"
            tabIndex={-1}
            aria-keyshortcuts={key === ' ' ? 'Space' : key}
            onClick={() => choose(deed)}
          >
            <span class="what">{t(words(row.chat))}</span>
            <kbd aria-hidden="true">{keyName(key)}</kbd>
          </button>
        ))}
      </div>
    </div>
  );
}
