import { isRightToLeft } from '@/components/parts/right-to-left';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { MessageKey } from '@/lib/text/i18n';
import { keyName } from './key-name';
import { actionsWithHelp, isPossible } from './offers';
import { isPossibleHere, POPUP_ACTIONS, type PopupActionID } from './popup-actions';
import { type ActionID, ACTIONS } from './table';

/** What some keys do: those of an action, and others that are handled where they are pressed. */
interface Line {
  words: MessageKey;
  action?: ActionID;
  popup?: PopupActionID;
  others?: readonly string[];
  /** Its arrows lead on and back, whichever way the page runs. */
  isAlong?: boolean;
}

/** The card of keys. A key that does something and has no line here fails a test. */
const GROUPS: readonly { title: MessageKey; lines: readonly Line[] }[] = [
  {
    title: 'keys_group_move',
    lines: [
      { words: 'keys_move', others: ['ArrowDown', 'ArrowUp', 'j', 'k'] },
      { words: 'keys_ends', others: ['Home', 'End'] },
      { words: 'keys_page', others: ['PageDown', 'PageUp'] },
      { words: 'keys_in_row', others: ['ArrowLeft', 'ArrowRight'] },
      popupLine('search'),
      popupLine('filters'),
      { words: 'keys_back', others: ['Escape'] },
    ],
  },
  {
    title: 'keys_group_chat',
    lines: [
      { words: 'keys_open', action: 'open' },
      ...actionsWithHelp().map(({ id, help }) => ({ words: help, action: id })),
    ],
  },
  {
    title: 'keys_group_many',
    lines: [
      { words: 'keys_select', action: 'select' },
      { words: 'keys_extend', others: ['⇧↓', '⇧↑', 'J', 'K'] },
      { words: 'keys_select_to', action: 'selectTo' },
      popupLine('selectAll'),
    ],
  },
  {
    title: 'keys_group_triage',
    lines: [
      { words: 'keys_triage_reply', action: 'reply' },
      { words: 'keys_triage_skip', others: ['s', 'ArrowRight'], isAlong: true },
      { words: 'triage_back', others: ['ArrowLeft'], isAlong: true },
    ],
  },
  {
    title: 'keys_group_popup',
    lines: [popupLine('triage'), popupLine('newChat'), popupLine('undo'), popupLine('help')],
  },
];

function popupLine(popup: PopupActionID): Line {
  return { words: POPUP_ACTIONS[popup].help, popup };
}

export interface KeyGroup {
  title: MessageKey;
  lines: readonly { words: MessageKey; keys: readonly string[] }[];
}

/** What every key does that does something with this Beeper and these settings. */
export function keyGroups(canAct: CanAct, singleKeys: boolean): KeyGroup[] {
  return GROUPS.map(({ title, lines }) => ({
    title,
    lines: lines
      .filter(({ action }) => !action || isPossible(action, canAct))
      .filter(({ popup }) => !popup || isPossibleHere(popup, canAct))
      .map((line) => ({ words: line.words, keys: keysOf(line).filter(isWanted).map(keyName) }))
      .filter(({ keys }) => keys.length > 0),
  })).filter(({ lines }) => lines.length > 0);

  function isWanted(key: string): boolean {
    return singleKeys || key.length > 1 || !/[!-~]/.test(key);
  }
}

function keysOf({ action, popup, others = [], isAlong = false }: Line): string[] {
  const here = isAlong && isRightToLeft() ? others.map((key) => MIRRORED[key] ?? key) : others;
  return [
    ...here,
    ...(action ? ACTIONS[action].keys : []),
    ...(popup ? POPUP_ACTIONS[popup].keys : []),
  ];
}

const MIRRORED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};
