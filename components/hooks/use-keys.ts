import { useEffect, useRef } from 'preact/hooks';

import type { Row } from '../../lib/views';
import { moveFocus } from '../move-focus';
import type { RowDeeds } from '../row-deeds';

export interface KeyTargets {
  current: Row | undefined;
  deeds: RowDeeds;
  canMarkRead: boolean;
  undo(): void;
  search(): void;
  help(): void;
  /** One step back; answers whether there was one, else the popup closes as browsers do. */
  back(): boolean;
}

/** The keys of the popup. None acts while typing, nor together with Ctrl, Alt or Cmd. */
export function useKeys(targets: KeyTargets): void {
  const latest = useRef(targets);
  latest.current = targets;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isHandled(event, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isHandled(event: KeyboardEvent, targets: KeyTargets): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (target.closest('dialog')) return false;
  if (event.key === 'Escape') return targets.back();
  if (isField(target)) return event.key === 'ArrowDown' && focusFirstRow();
  if (event.key === 'Enter') return opens(target, targets);
  return doesKey(event.key, targets) || moveFocus(event.key, document, '[data-chat]');
}

function doesKey(key: string, { current, deeds, canMarkRead, undo, search, help }: KeyTargets) {
  const onRow: Readonly<Record<string, (row: Row) => void>> = {
    e: deeds.archive,
    h: deeds.remind,
    b: deeds.remind,
    ...(canMarkRead && { u: deeds.toggleRead }),
  };
  const always: Readonly<Record<string, () => void>> = { z: undo, '/': search, '?': help };
  const act = onRow[key];
  if (act && current) act(current);
  else if (always[key]) always[key]();
  else return false;
  return true;
}

/** Enter on a button is the button's own. */
function opens(target: HTMLElement, { current, deeds }: KeyTargets): boolean {
  if (!current || target.closest('button, a')) return false;
  deeds.open(current);
  return true;
}

function isField(target: HTMLElement): boolean {
  return target.closest('input, textarea, select, [contenteditable]') !== null;
}

function focusFirstRow(): boolean {
  document.querySelector<HTMLElement>('[data-chat]')?.focus();
  return true;
}
