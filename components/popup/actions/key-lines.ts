import { isRightToLeft } from '@/components/parts/right-to-left';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { MessageKey } from '@/lib/text/i18n';
import { keyName } from './key-name';
import { isPossible, isPossibleHere, POPUP_KEYS, type PopupDeed, ROW_KEYS } from './keys';
import type { RowDeeds } from './row-actions';

/** What some keys do: those of a deed, and others that are handled where they are pressed. */
interface Line {
  words: MessageKey;
  deed?: keyof RowDeeds;
  popup?: PopupDeed;
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
      { words: 'keys_search', popup: 'search' },
      { words: 'keys_filter', popup: 'filters' },
      { words: 'keys_back', others: ['Escape'] },
    ],
  },
  {
    title: 'keys_group_chat',
    lines: [
      { words: 'keys_open', others: ['Enter'] },
      { words: 'keys_archive', deed: 'archive' },
      { words: 'keys_remind', deed: 'remind' },
      { words: 'keys_remind_again', deed: 'remindAgain' },
      { words: 'keys_reply', deed: 'reply' },
      { words: 'keys_read', deed: 'toggleRead' },
      { words: 'keys_mute', deed: 'toggleMute' },
      { words: 'keys_pin', deed: 'togglePin' },
      { words: 'keys_priority', deed: 'togglePriority' },
      { words: 'keys_peek', deed: 'peek' },
      { words: 'keys_details', deed: 'details' },
      { words: 'keys_more', deed: 'more' },
    ],
  },
  {
    title: 'keys_group_many',
    lines: [
      { words: 'keys_select', deed: 'select' },
      { words: 'keys_extend', others: ['⇧↓', '⇧↑', 'J', 'K'] },
      { words: 'keys_select_to', deed: 'selectTo' },
      { words: 'keys_select_all', popup: 'selectAll' },
    ],
  },
  {
    title: 'keys_group_triage',
    lines: [
      { words: 'keys_triage_reply', deed: 'reply' },
      { words: 'keys_triage_skip', others: ['s', 'ArrowRight'], isAlong: true },
      { words: 'triage_back', others: ['ArrowLeft'], isAlong: true },
    ],
  },
  {
    title: 'keys_group_popup',
    lines: [
      { words: 'keys_triage', popup: 'triage' },
      { words: 'keys_new_chat', popup: 'newChat' },
      { words: 'keys_undo', popup: 'undo' },
      { words: 'keys_help', popup: 'help' },
    ],
  },
];

export interface KeyGroup {
  title: MessageKey;
  lines: readonly { words: MessageKey; keys: readonly string[] }[];
}

/** What every key does that does something with this Beeper and these settings. */
export function keyGroups(canAct: CanAct, singleKeys: boolean): KeyGroup[] {
  return GROUPS.map(({ title, lines }) => ({
    title,
    lines: lines
      .filter(({ deed }) => !deed || isPossible(deed, canAct))
      .filter(({ popup }) => !popup || isPossibleHere(popup, canAct))
      .map((line) => ({ words: line.words, keys: keysOf(line).filter(isWanted).map(keyName) }))
      .filter(({ keys }) => keys.length > 0),
  })).filter(({ lines }) => lines.length > 0);

  function isWanted(key: string): boolean {
    return singleKeys || key.length > 1 || !/[!-~]/.test(key);
  }
}

function keysOf({ deed, popup, others = [], isAlong = false }: Line): string[] {
  const ofDeed = Object.keys(ROW_KEYS).filter((key) => ROW_KEYS[key] === deed);
  const ofPopup = Object.keys(POPUP_KEYS).filter((key) => POPUP_KEYS[key] === popup);
  const here = isAlong && isRightToLeft() ? others.map((key) => MIRRORED[key] ?? key) : others;
  return [...here, ...ofDeed, ...ofPopup];
}

const MIRRORED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};
