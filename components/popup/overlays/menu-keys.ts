import { moveFocus } from '@/components/parts/move-focus';
import { keyOf } from '@/lib/text/key-of';

/** The keys of a menu: arrows, the key of an item, and those that leave it. */
export function onMenuKey(
  event: KeyboardEvent & { currentTarget: HTMLElement },
  onClose: () => void,
): void {
  event.stopPropagation();
  const key = keyOf(event);
  const item = event.currentTarget.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (key === 'Escape' || key === 'Tab') onClose();
  else if (item) item.click();
  else if (!moveFocus(key, event.currentTarget, '[role^=menuitem]')) return;
  event.preventDefault();
}
