import { useEffect, useRef } from 'preact/hooks';

import { moveFocus } from '@/components/parts/move-focus';
import { keyName } from '@/components/popup/actions/key-name';
import { offersFor, type RunAction } from '@/components/popup/actions/offers';
import type { ActionID } from '@/components/popup/actions/table';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import { keyOf } from '@/lib/text/key-of';

interface Props {
  row: Row;
  canAct: CanAct;
  run: RunAction;
  onClose(): void;
}

/** Everything that can be done with a chat, each with its key. */
export function MoreMenu({ row, canAct, run, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const offers = offersFor(row, canAct);
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);

  const choose = (id: ActionID) => {
    // First, because it may open something else.
    onClose();
    run(id, row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = keyOf(event);
    const offer = offers.find(
      ({ keys, shown }) => shown.menu && keys.includes(pressed) && pressed.length === 1,
    );
    if (pressed === 'Escape' || pressed === 'Tab' || pressed === '.') onClose();
    else if (offer) choose(offer.id);
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
        {offers.map(
          ({ id, keys: [key = ''], shown: { menu: text } }) =>
            text && (
              <button
                key={id}
                type="button"
                class="menu-item"
                role="menuitem"
                tabIndex={-1}
                aria-keyshortcuts={key === ' ' ? 'Space' : key}
                onClick={() => choose(id)}
              >
                <span class="what">{t(text)}</span>
                <kbd aria-hidden="true">{keyName(key)}</kbd>
              </button>
            ),
        )}
      </div>
    </div>
  );
}
