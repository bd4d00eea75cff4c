import { moveFocus } from '@/components/parts/move-focus';
import { keyOf } from '@/lib/text/key-of';

type KeyEvent = KeyboardEvent & { currentTarget: HTMLElement };

const ITEMS = '[role^=menuitem], input';

/** The key in the menu for the same as last time. */
export const AGAIN = 'H';

interface Means {
  /** Where there is a last time. */
  again: (() => void) | undefined;
  close(): void;
}

/** The keys of the reminder menu. Letters that are nobody's key begin the time in words. */
export function onMenuKey(event: KeyEvent, means: Means): void {
  event.stopPropagation();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isHandled(event, means)) event.preventDefault();
}

function isHandled(event: KeyEvent, { again, close }: Means): boolean {
  const menu = event.currentTarget;
  const key = keyOf(event);
  if (key === 'Escape' || key === 'Tab') return leaves(event, close);
  if (event.target instanceof HTMLInputElement) {
    return key.startsWith('Arrow') && /Up|Down/.test(key) && moveFocus(key, menu, ITEMS);
  }
  if (moveFocus(key, menu, ITEMS)) return true;
  if (again && key.toUpperCase() === AGAIN) {
    again();
    return true;
  }
  const line = menu.querySelector<HTMLElement>(`[data-key="${CSS.escape(key.toUpperCase())}"]`);
  if (line && key.length === 1) line.click();
  else if (/^\p{L}$/u.test(key)) menu.querySelector('input')?.focus();
  return line !== null;
}

/** Tab goes on to the time in words and back, and out at either end. */
function leaves({ key, shiftKey, target, currentTarget: menu }: KeyEvent, close: () => void) {
  const isInField = target instanceof HTMLInputElement;
  const goal = menu.querySelector<HTMLElement>(shiftKey ? '[role=menuitem]' : 'input');
  if (key === 'Tab' && isInField === shiftKey) goal?.focus();
  else close();
  return true;
}
