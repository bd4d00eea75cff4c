import { useLayoutEffect, useRef } from 'preact/hooks';

import type { Intent } from '../lib/intents';
import type { Row } from '../lib/rows';
import { RemindMenu } from './RemindMenu';

interface Props {
  row: Row;
  now: number;
  onIntent(intent: Intent): void;
  onClose(): void;
}

/** Space kept between the menu and the window's edge, px. */
const EDGE = 8;

/** Opens the reminder menu at its row, above or below, always whole; a click beside it closes. */
export function RemindAnchor({ row, ...rest }: Props) {
  const anchor = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = anchor.current;
    const at = document.querySelector(`[data-chat="${CSS.escape(row.chat.id)}"]`);
    if (!menu || !at) return;
    const { bottom } = at.getBoundingClientRect();
    const lowest = window.innerHeight - menu.offsetHeight - EDGE;
    menu.style.top = `${Math.max(EDGE, Math.min(bottom - EDGE, lowest))}px`;
  }, [row.chat.id]);

  return (
    <>
      <div class="backdrop" role="presentation" onClick={rest.onClose} />
      <div ref={anchor} class="anchor">
        <RemindMenu row={row} {...rest} />
      </div>
    </>
  );
}
