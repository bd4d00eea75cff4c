import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

import { usePopover } from './use-popover';

interface Props {
  chatID: string;
  onClose(): void;
  children: ComponentChildren;
}

/** Space kept between what opens and the window's edge, px. */
const EDGE = 8;

/** Opens at a row, above or below, always whole; a click beside it closes. */
export function RowAnchor({ chatID, onClose, children }: Props) {
  const { element, attributes } = usePopover<HTMLDivElement>(onClose);
  useLayoutEffect(() => {
    const place = () => element.current && placeAt(element.current, chatID);
    place();
    rowOf(chatID)?.toggleAttribute('data-open', true);
    // Zoomed in a tab, or made smaller beside the web page.
    addEventListener('resize', place);
    return () => {
      removeEventListener('resize', place);
      rowOf(chatID)?.removeAttribute('data-open');
    };
  }, [element, chatID]);

  return (
    <div class="anchor" {...attributes}>
      {children}
    </div>
  );
}

function rowOf(chatID: string): Element | null {
  return document.querySelector(`[data-chat="${CSS.escape(chatID)}"]`);
}

function placeAt(opened: HTMLElement, chatID: string): void {
  const at = rowOf(chatID);
  const top = (at?.getBoundingClientRect().bottom ?? Infinity) - EDGE;
  const isBelow = top + opened.offsetHeight + EDGE <= window.innerHeight;
  opened.style.top = isBelow ? `${top}px` : '';
  // From below, so that what grows while it is open stays whole.
  opened.style.bottom = isBelow ? '' : `${EDGE}px`;
}
