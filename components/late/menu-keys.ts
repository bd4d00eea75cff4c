import { moveFocus } from '../move-focus';

/** The keys of a menu: arrows, the key of an item, and those that leave it. */
export function onMenuKey(
  event: KeyboardEvent & { currentTarget: HTMLElement },
  onClose: () => void,
): void {
  event.stopPropagation();
  const item = event.currentTarget.querySelector<HTMLElement>(
    `[data-key="${CSS.escape(event.key)}"]`,
  );
  if (event.key === 'Escape' || event.key === 'Tab') onClose();
  else if (item) item.click();
  else if (!moveFocus(event.key, event.currentTarget, '[role^=menuitem]')) return;
  event.preventDefault();
}
