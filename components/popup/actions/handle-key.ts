import { destinationOf, moveFocus, sideways } from '@/components/parts/move-focus';
import { type CanAct, canActOn } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { keyOf } from '@/lib/text/key-of';
import { ableRows, actionOfKey, isPossible, type RunAction } from './offers';
import { popupActionOfKey, type PopupActionID } from './popup-actions';
import { type ActionID, ACTIONS } from './table';

export interface KeyTargets {
  /** Letters and signs do something; otherwise only arrows, Enter, Esc and the like do. */
  singleKeys: boolean;
  /** Something lies over the list. */
  isCovered: boolean;
  current: Row | undefined;
  /** The place of the current row among how many. */
  index: number;
  count: number;
  /** Gives the row at a place the focus. */
  goTo(index: number): void;
  /** Selects as far as the row at a place. */
  extendTo(index: number): void;
  run: RunAction;
  /** Rows that are selected: what can be done with many is done with them. */
  selected: readonly Row[];
  runMany(id: ActionID, rows: readonly Row[]): void;
  canAct: CanAct;
  popup: Record<PopupActionID, () => void>;
  /** One step back; answers whether there was one, else the popup closes as browsers do. */
  back(): boolean;
}

/** Does what a key is for; answers whether it is for anything. */
export function handleKey(event: KeyboardEvent, targets: KeyTargets): boolean {
  if (event.defaultPrevented || event.isComposing || isChord(event)) return false;
  const target = targetOf(event);
  if (target.closest('dialog')) return false;
  const key = keyOf(event);
  if (key === 'Escape') return targets.back();
  // What lies over the list has keys of its own; none may act on what is under it.
  if (targets.isCovered) return false;
  if (isField(target)) return key === 'ArrowDown' && moves(key, false, target, targets);
  if (key === 'Enter') return opens(target, targets);
  if (!targets.singleKeys && key.length === 1 && key !== ' ') return false;
  if (moves(key, event.shiftKey, target, targets) || movesInRow(key, target)) return true;
  // A key held down acts once.
  if (event.repeat) return false;
  return actsOnRow(key, target, targets) || doesKey(key, targets);
}

/** What has the focus; a key pressed before anything had it meets what has it by now. */
function targetOf({ target }: KeyboardEvent): HTMLElement {
  const isThere = target instanceof HTMLElement && target.isConnected && target !== document.body;
  const found = isThere ? target : document.activeElement;
  return found instanceof HTMLElement ? found : document.body;
}

/** A shortcut of the browser or system; some layouts have signs on AltGr, which is none. */
function isChord(event: KeyboardEvent): boolean {
  const isAlternate = event.getModifierState('AltGraph');
  return event.metaKey || ((event.ctrlKey || event.altKey) && !isAlternate);
}

/** From the row with the focus, or that had it last; from the head or foot to the first. */
function moves(
  key: string,
  isExtending: boolean,
  target: HTMLElement,
  { index, count, goTo, extendTo }: KeyTargets,
): boolean {
  const from = isOnRow(target) ? index : -1;
  const to = destinationOf(isExtending ? key.replace(/^[JK]$/, lower) : key, from, count);
  if (to === undefined) return false;
  if (isExtending) extendTo(to);
  goTo(to);
  return true;
}

function lower(letter: string): string {
  return letter.toLowerCase();
}

/** Along the buttons of the row with the focus, and back to it. */
function movesInRow(key: string, target: HTMLElement): boolean {
  const row = target.closest<HTMLElement>('[data-chat]');
  const way = sideways(key);
  if (!row || !way) return false;
  if (way === 'ArrowUp' && target === row.querySelector('button')) row.focus();
  else moveFocus(way, row, 'button');
  return true;
}

/** Only on a row that has the focus, or when nothing has: never on one that nobody looks at. */
function actsOnRow(
  key: string,
  target: HTMLElement,
  { current, run, selected, runMany, canAct }: KeyTargets,
): boolean {
  const id = actionOfKey(key);
  if (!id || (key === ' ' && isButton(target))) return false;
  if (selected.length > 0 && ACTIONS[id].isForMany) {
    runMany(id, ableRows(id, selected, canAct));
    return true;
  }
  if (!isOnRow(target) || !current || !isPossible(id, canActOn(canAct, current.chat))) return false;
  run(id, current);
  return true;
}

function doesKey(key: string, { popup, canAct }: KeyTargets): boolean {
  const id = popupActionOfKey(key, canAct);
  if (!id) return false;
  popup[id]();
  return true;
}

/** A row has the focus, or nothing has. */
function isOnRow(target: HTMLElement): boolean {
  return target === document.body || target.closest('[data-chat]') !== null;
}

/** Enter and Space on a button are the button's own. */
function isButton(target: HTMLElement): boolean {
  return target.closest('button, a') !== null;
}

function opens(target: HTMLElement, { current, run }: KeyTargets): boolean {
  if (!current || isButton(target)) return false;
  run('open', current);
  return true;
}

function isField(target: HTMLElement): boolean {
  return target.closest('input, textarea, select, [contenteditable]') !== null;
}
