import { useLayoutEffect, useRef } from 'preact/hooks';

import type { Row } from '../../lib/rows';
import { type CanAct, canActOn } from '../../lib/can-act';
import { destinationOf } from '../move-focus';
import type { RowDeeds } from '../row-deeds';

export interface KeyTargets {
  current: Row | undefined;
  /** The place of the current row among how many. */
  index: number;
  count: number;
  /** Gives the row at a place the focus. */
  goTo(index: number): void;
  deeds: RowDeeds;
  canAct: CanAct;
  undo(): void;
  search(): void;
  triage(): void;
  filters(): void;
  help(): void;
  /** One step back; answers whether there was one, else the popup closes as browsers do. */
  back(): boolean;
}

/** The keys of the popup. None acts while typing, nor together with Ctrl, Alt or Cmd. */
export function useKeys(targets: KeyTargets): void {
  const latest = useRef(targets);
  latest.current = targets;
  // At once with the rows: whoever sees them may press a key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      document.documentElement.classList.add('by-key');
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
  if (isField(target)) return event.key === 'ArrowDown' && moves(event.key, target, targets);
  if (event.key === 'Enter') return opens(target, targets);
  if (moves(event.key, target, targets)) return true;
  // A key held down acts once.
  if (event.repeat) return false;
  return actsOnRow(event.key, target, targets) || doesKey(event.key, targets);
}

/** From the row with the focus; from anywhere else to the first. */
function moves(key: string, target: HTMLElement, { index, count, goTo }: KeyTargets): boolean {
  const to = destinationOf(key, target.closest('[data-chat]') ? index : -1, count);
  if (to === undefined) return false;
  goTo(to);
  return true;
}

/** Only on a row that has the focus, or when nothing has: never on one that nobody looks at. */
function actsOnRow(key: string, target: HTMLElement, { current, deeds, canAct }: KeyTargets) {
  if (!current) return false;
  const can = canActOn(canAct, current.chat);
  const acts: Readonly<Record<string, (row: Row) => void>> = {
    h: deeds.remind,
    b: deeds.remind,
    H: deeds.remindAgain,
    i: deeds.details,
    '.': deeds.more,
    ...(can.archive && { e: deeds.archive }),
    ...(can.markRead && { u: deeds.toggleRead }),
    ...(can.mute && { m: deeds.toggleMute }),
    ...(can.pin && { p: deeds.togglePin }),
    ...(can.lowPriority && { l: deeds.togglePriority }),
    ...(!isButton(target) && { ' ': deeds.peek }),
  };
  const isMeant = target === document.body || target.closest('[data-chat]') !== null;
  const act = isMeant ? acts[key] : undefined;
  if (!act) return false;
  act(current);
  return true;
}

function doesKey(key: string, targets: KeyTargets): boolean {
  const { undo, search, filters, triage, help } = targets;
  const acts: Readonly<Record<string, () => void>> = {
    z: undo,
    '/': search,
    f: filters,
    t: triage,
    '?': help,
  };
  acts[key]?.();
  return acts[key] !== undefined;
}

/** Enter and Space on a button are the button's own. */
function isButton(target: HTMLElement): boolean {
  return target.closest('button, a') !== null;
}

function opens(target: HTMLElement, { current, deeds }: KeyTargets): boolean {
  if (!current || isButton(target)) return false;
  deeds.open(current);
  return true;
}

function isField(target: HTMLElement): boolean {
  return target.closest('input, textarea, select, [contenteditable]') !== null;
}
