import { moveFocus } from '@/components/parts/move-focus';
import { keyOf } from '@/lib/text/key-of';

type KeyEvent = KeyboardEvent & { currentTarget: HTMLElement };

interface Means {
  close(): void;
  /** Keys that only this menu has; answers whether it was one. */
  ownKey?(key: string): boolean;
}

const ITEMS = '[role^=menuitem], input';

/**
 * The keys of a menu: arrows, the key of an item, and those that leave it. Where it has a field,
 * letters that are nobody's key go on there.
 */
export function onMenuKey(event: KeyEvent, means: Means): void {
  event.stopPropagation();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isHandled(event, means)) event.preventDefault();
}

function isHandled(event: KeyEvent, { close, ownKey }: Means): boolean {
  const menu = event.currentTarget;
  const key = keyOf(event);
  if (key === 'Escape' || key === 'Tab') return leaves(event, close);
  if (event.target instanceof HTMLInputElement) {
    return /^Arrow(Up|Down)$/.test(key) && moveFocus(key, menu, ITEMS);
  }
  if (moveFocus(key, menu, ITEMS) || ownKey?.(key)) return true;
  const item = itemOf(key, menu) ?? itemOf(key.toUpperCase(), menu);
  if (item) item.click();
  // The letter itself is then typed there.
  else if (/^\p{L}$/u.test(key)) menu.querySelector('input')?.focus();
  return item !== null;
}

/** One with a capital letter takes the small one, too; not the other way round. */
function itemOf(key: string, menu: HTMLElement): HTMLElement | null {
  return menu.querySelector(`[data-key="${CSS.escape(key)}"]`);
}

/** Tab goes on to the field and back, where there is one, and out at either end. */
function leaves({ key, shiftKey, target, currentTarget: menu }: KeyEvent, close: () => void) {
  const field = menu.querySelector('input');
  const isInField = field !== null && target === field;
  const goal = shiftKey ? menu.querySelector<HTMLElement>('[role=menuitem]') : field;
  if (key === 'Tab' && field && isInField === shiftKey) goal?.focus();
  else close();
  return true;
}
