import { areAllOn, type ToggleName, toggleWanted } from '@/lib/model/actions/toggle';
import type { Action, Face, RowOverlay } from './action';

/**
 * Everything that can be done with a chat, in the order of menus and buttons. Rows, menus, triage,
 * the selection bar, the keys and the card of keys read this table: a new action is an entry here
 * and its words.
 */
const TABLE = {
  archive: {
    keys: ['e'],
    needs: 'archive',
    isOnRow: true,
    help: 'keys_archive',
    ...toggle(
      'archive',
      {
        icon: 'archive',
        menu: 'action_archive',
        label: 'chat_archive',
        triage: 'triage_do_archive',
        selection: 'many_archive',
      },
      {
        icon: 'inbox',
        menu: 'action_unarchive',
        label: 'chat_unarchive',
        triage: 'triage_do_unarchive',
        selection: 'many_unarchive',
      },
    ),
  },
  remind: {
    keys: ['h', 'b'],
    isOnRow: true,
    opensMenu: true,
    isForMany: true,
    help: 'keys_remind',
    ...overlay('remind', {
      icon: 'bell',
      menu: 'action_remind',
      label: 'chat_remind',
      triage: 'triage_do_remind',
      selection: 'remind_menu',
    }),
  },
  /** As last time, without a question. */
  remindAgain: {
    keys: ['H'],
    isForMany: true,
    help: 'keys_remind_again',
    ...overlay('remindAgain'),
  },
  reply: {
    keys: ['r'],
    needs: 'write',
    help: 'keys_reply',
    ...overlay('reply', {
      icon: 'write',
      menu: 'action_reply',
      label: 'chat_reply',
      triage: 'triage_do_reply',
    }),
  },
  toggleRead: {
    keys: ['u'],
    needs: 'markRead',
    isOnRow: true,
    help: 'keys_read',
    ...toggle(
      'toggleRead',
      {
        icon: 'read',
        menu: 'action_mark_read',
        label: 'chat_mark_read',
        triage: 'triage_do_read',
        selection: 'many_read',
      },
      {
        icon: 'unread',
        menu: 'action_mark_unread',
        label: 'chat_mark_unread',
        triage: 'triage_do_unread',
        selection: 'many_unread',
      },
    ),
  },
  toggleMute: {
    keys: ['m'],
    needs: 'mute',
    help: 'keys_mute',
    ...toggle(
      'toggleMute',
      {
        icon: 'muted',
        menu: 'action_mute',
        label: 'chat_mute',
        triage: 'triage_do_mute',
        selection: 'many_mute',
      },
      {
        icon: 'muted',
        menu: 'action_unmute',
        label: 'chat_unmute',
        triage: 'triage_do_unmute',
        selection: 'many_unmute',
      },
    ),
  },
  togglePin: {
    keys: ['p'],
    needs: 'pin',
    help: 'keys_pin',
    ...toggle('togglePin', { menu: 'action_pin' }, { menu: 'action_unpin' }),
  },
  togglePriority: {
    keys: ['l'],
    needs: 'lowPriority',
    help: 'keys_priority',
    ...toggle(
      'togglePriority',
      { menu: 'action_low_priority' },
      { menu: 'action_normal_priority' },
    ),
  },
  peek: { keys: [' '], help: 'keys_peek', ...overlay('peek', { menu: 'action_peek' }) },
  details: { keys: ['i'], help: 'keys_details', ...overlay('details', { menu: 'action_details' }) },
  open: {
    keys: ['Enter'],
    isOnRow: true,
    face: () => ({
      icon: 'open',
      menu: 'action_open',
      label: 'chat_open',
      triage: 'triage_do_open',
    }),
    run: ({ openInBeeper }, rows) => rows.forEach(openInBeeper),
  },
  /** Everything that can be done with a chat, to choose from. */
  more: {
    keys: ['.'],
    isOnRow: true,
    opensMenu: true,
    help: 'keys_more',
    ...overlay('more', { icon: 'more', label: 'chat_more' }),
  },
  select: {
    keys: ['x'],
    face: () => ({}),
    run: ({ selection }, rows) => rows.forEach((row) => selection?.toggle(row)),
  },
  selectTo: {
    keys: ['X'],
    face: () => ({}),
    run: ({ selection }, rows) => rows.forEach((row) => selection?.extendTo(row)),
  },
  /** Sends again what was given up. */
  retry: {
    keys: [],
    face: () => ({}),
    run: ({ acts }, rows) => rows.forEach(({ failed }) => failed && acts.retryEntry(failed.id)),
  },
  /** Accepts that it was given up. */
  dismiss: {
    keys: [],
    face: () => ({}),
    run: ({ acts }, rows) => rows.forEach(({ failed }) => failed && acts.dismissEntry(failed.id)),
  },
} as const satisfies Record<string, Action>;

export type ActionID = keyof typeof TABLE;

export const ACTIONS: Readonly<Record<ActionID, Action>> = TABLE;

/** Goes to and fro, with one chat or with many. */
function toggle(name: ToggleName, there: Face, back: Face) {
  return {
    isForMany: true,
    face: (rows) => (areAllOn(name, rows) ? back : there),
    run: ({ request }, rows) => request(toggleWanted(name, rows)),
  } satisfies Partial<Action>;
}

function overlay(kind: RowOverlay, face: Face = {}) {
  return {
    face: () => face,
    run: ({ show }, rows) => show(kind, rows),
  } satisfies Partial<Action>;
}
