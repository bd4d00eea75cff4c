import { type CanAct, canActOn } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import type { RowDeeds } from './row-actions';

type Deed = keyof RowDeeds;

/** Keys that do something with the row that has the focus, or with those that are selected. */
export const ROW_KEYS: Readonly<Record<string, Deed>> = {
  e: 'archive',
  h: 'remind',
  b: 'remind',
  H: 'remindAgain',
  u: 'toggleRead',
  m: 'toggleMute',
  p: 'togglePin',
  l: 'togglePriority',
  r: 'reply',
  ' ': 'peek',
  i: 'details',
  '.': 'more',
  x: 'select',
  X: 'selectTo',
};

/** What the connected Beeper must let a person do; a deed that is not here is always possible. */
const NEEDS: Readonly<Partial<Record<Deed, keyof CanAct>>> = {
  archive: 'archive',
  toggleRead: 'markRead',
  toggleMute: 'mute',
  togglePin: 'pin',
  togglePriority: 'lowPriority',
  reply: 'write',
};

/** Deeds that are done with all selected rows at once. */
export const MANY: ReadonlySet<Deed> = new Set([
  'archive',
  'remind',
  'remindAgain',
  'toggleRead',
  'toggleMute',
  'togglePin',
  'togglePriority',
]);

export type PopupDeed = 'selectAll' | 'undo' | 'search' | 'filters' | 'triage' | 'newChat' | 'help';

/** Keys that do something with the popup, wherever the focus is. */
export const POPUP_KEYS: Readonly<Record<string, PopupDeed>> = {
  '*': 'selectAll',
  z: 'undo',
  '/': 'search',
  f: 'filters',
  t: 'triage',
  n: 'newChat',
  '?': 'help',
  // Also where single letters and signs are switched off.
  F1: 'help',
};

/** The same of the popup. */
const POPUP_NEEDS: Readonly<Partial<Record<PopupDeed, keyof CanAct>>> = { newChat: 'write' };

export function isPossibleHere(deed: PopupDeed, canAct: CanAct): boolean {
  const need = POPUP_NEEDS[deed];
  return need === undefined || canAct[need];
}

export function isPossible(deed: Deed, canAct: CanAct): boolean {
  const need = NEEDS[deed];
  return need === undefined || canAct[need];
}

/** Those of these rows with which it can be done. */
export function ableRows(deed: Deed, rows: readonly Row[], canAct: CanAct): Row[] {
  return rows.filter(({ chat }) => isPossible(deed, canActOn(canAct, chat)));
}
