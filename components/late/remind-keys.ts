import { keyOf } from '../../lib/key-of';
import { moveFocus } from '../move-focus';

type KeyEvent = KeyboardEvent & { currentTarget: HTMLElement };

const ITEMS = '[role^=menuitem], input';

/** The keys of the reminder menu. Letters that are nobody's key begin the time in words. */
export function onMenuKey(event: KeyEvent, close: () => void): void {
  event.stopPropagation();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isHandled(event, close)) event.preventDefault();
}

function isHandled(event: KeyEvent, close: () => void): boolean {
  const menu = event.currentTarget;
  const key = keyOf(event);
  if (key === 'Escape' || key === 'Tab') return leaves(event, close);
  if (event.target instanceof HTMLInputElement) {
    return key.startsWith('Arrow') && /Up|Down/.test(key) && moveFocus(key, menu, ITEMS);
  }
  if (moveFocus(key, menu, ITEMS)) return true;
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
