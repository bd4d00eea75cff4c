import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { onMenuKey } from './menu-keys';
import { usePopover } from './use-popover';

interface Props {
  name: string;
  isWide?: boolean;
  onClose(): void;
  children: ComponentChildren;
}

/** A menu under the head, its first item with the focus; a click beside it closes. */
export function HeadMenu({ name, isWide = false, onClose, children }: Props) {
  const { attributes } = usePopover<HTMLDivElement>(onClose);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(), []);
  return (
    <div class={isWide ? 'anchor is-main is-wide' : 'anchor is-main'} {...attributes}>
      <div
        ref={menu}
        class="menu"
        role="menu"
        tabIndex={-1}
        aria-label={name}
        onKeyDown={(event) => onMenuKey(event, { close: onClose })}
      >
        {children}
      </div>
    </div>
  );
}
