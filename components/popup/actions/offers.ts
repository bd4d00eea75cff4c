import { type CanAct, canActOn } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import type { MessageKey } from '@/lib/text/i18n';
import type { Action, Face } from './action';
import { type ActionID, ACTIONS } from './table';

/** Does an action with a row. */
export type RunAction = (id: ActionID, row: Row) => void;

/** An action that is offered, and how it shows there. */
export interface Offer extends Action {
  id: ActionID;
  shown: Face;
}

const ENTRIES = Object.entries(ACTIONS) as [ActionID, Action][];

const BY_KEY = new Map(ENTRIES.flatMap(([id, { keys }]) => keys.map((key) => [key, id] as const)));

/** The action a key stands for. */
export function actionOfKey(key: string): ActionID | undefined {
  return BY_KEY.get(key);
}

/** What this Beeper, this token and this chat allow. */
export function offersFor(row: Row, canAct: CanAct): Offer[] {
  const can = canActOn(canAct, row.chat);
  return ENTRIES.filter(([id]) => isPossible(id, can)).map(([id, action]) => ({
    ...action,
    id,
    shown: action.face([row]),
  }));
}

/** Every action that has a line of its own on the card of keys. */
export function actionsWithHelp(): { id: ActionID; help: MessageKey }[] {
  return ENTRIES.flatMap(([id, { help }]) => (help ? [{ id, help }] : []));
}

export function isPossible(id: ActionID, canAct: CanAct): boolean {
  const { needs } = ACTIONS[id];
  return needs === undefined || canAct[needs];
}

/** Those of these rows with which it can be done. */
export function ableRows(id: ActionID, rows: readonly Row[], canAct: CanAct): Row[] {
  return rows.filter(({ chat }) => isPossible(id, canActOn(canAct, chat)));
}

/** What can be done with at least one of the selected rows, and with which. */
export function offersForMany(rows: readonly Row[], canAct: CanAct): (Offer & { able: Row[] })[] {
  return ENTRIES.filter(([, { isForMany }]) => isForMany)
    .map(([id, action]) => ({ ...action, id, able: ableRows(id, rows, canAct) }))
    .filter(({ able }) => able.length > 0)
    .map((offer) => ({ ...offer, shown: offer.face(offer.able) }));
}
