import type { CanAct } from '@/lib/model/chats/capabilities';
import type { MessageKey } from '@/lib/text/i18n';

interface PopupActionEntry {
  keys: readonly string[];
  /** What the connected Beeper must let a person do. */
  needs?: keyof CanAct;
  /** Its line on the card of keys. */
  help: MessageKey;
}

/** What can be done with the popup by a key, wherever the focus is. */
const TABLE = {
  selectAll: { keys: ['*'], help: 'keys_select_all' },
  undo: { keys: ['z'], help: 'keys_undo' },
  search: { keys: ['/'], help: 'keys_search' },
  filters: { keys: ['f'], help: 'keys_filter' },
  triage: { keys: ['t'], help: 'keys_triage' },
  newChat: { keys: ['n'], needs: 'write', help: 'keys_new_chat' },
  // F1 also where single letters and signs are switched off.
  help: { keys: ['?', 'F1'], help: 'keys_help' },
} as const satisfies Record<string, PopupActionEntry>;

export type PopupActionID = keyof typeof TABLE;

export const POPUP_ACTIONS: Readonly<Record<PopupActionID, PopupActionEntry>> = TABLE;

const IDS = Object.keys(TABLE) as PopupActionID[];

/** What a key does with the popup, if this Beeper lets it. */
export function popupActionOfKey(key: string, canAct: CanAct): PopupActionID | undefined {
  return IDS.find((id) => POPUP_ACTIONS[id].keys.includes(key) && isPossibleHere(id, canAct));
}

export function isPossibleHere(id: PopupActionID, canAct: CanAct): boolean {
  const { needs } = POPUP_ACTIONS[id];
  return needs === undefined || canAct[needs];
}
