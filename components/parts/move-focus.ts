import { isRightToLeft } from './right-to-left';

/**
 * Moves the focus among items by an arrow key, j, k, Home, End or a page key; answers whether the
 * key was one of these.
 */
export function moveFocus(key: string, within: ParentNode, selector: string): boolean {
  const items = [...within.querySelectorAll<HTMLElement>(selector)];
  const from = items.findIndex((item) => item.contains(document.activeElement));
  const to = destinationOf(key, from, items.length);
  if (to === undefined) return false;
  items[to]?.focus();
  return true;
}

const PAGE = 7;

/** Where a key leads from here, among so many; from -1 where nothing has the focus. */
export function destinationOf(key: string, from: number, count: number): number | undefined {
  const last = count - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    j: from + 1,
    ArrowUp: Math.max(from, 1) - 1,
    k: Math.max(from, 1) - 1,
    Home: 0,
    End: last,
    PageDown: from + PAGE,
    PageUp: from - PAGE,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(to, last));
}

/** The arrow that leads the same way in a row as this one does in a list, if it leads along one. */
export function sideways(key: string): string | undefined {
  const onward = isRightToLeft() ? 'ArrowLeft' : 'ArrowRight';
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  return key === onward ? 'ArrowDown' : 'ArrowUp';
}
