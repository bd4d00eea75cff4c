import { type CanAct, canActOn } from '../../lib/can-act';
import { type Chat, isUnread } from '../../lib/chat';
import type { MessageKey } from '../../lib/i18n';
import type { IconName } from '../Icon';
import type { RowDeeds } from '../row-deeds';

/** Something that can be done with a chat: what it is called just now, and its key. */
export interface DeedLine {
  deed: keyof RowDeeds;
  /** As the browser names it. */
  key: string;
  words(chat: Chat): MessageKey;
  /** Left out for what every Beeper and every chat can. */
  needs?: keyof CanAct;
  /** Common enough to have a button of its own beside what is opened. */
  icon?(chat: Chat): IconName;
}

const LINES: readonly DeedLine[] = [
  {
    deed: 'archive',
    key: 'e',
    words: ({ box }) => (box === 'archive' ? 'deed_unarchive' : 'deed_archive'),
    needs: 'archive',
    icon: ({ box }) => (box === 'archive' ? 'inbox' : 'archive'),
  },
  { deed: 'remind', key: 'h', words: () => 'deed_remind', icon: () => 'bell' },
  {
    deed: 'toggleRead',
    key: 'u',
    words: (chat) => (isUnread(chat) ? 'deed_mark_read' : 'deed_mark_unread'),
    needs: 'markRead',
    icon: (chat) => (isUnread(chat) ? 'read' : 'unread'),
  },
  {
    deed: 'toggleMute',
    key: 'm',
    words: ({ isMuted }) => (isMuted ? 'deed_unmute' : 'deed_mute'),
    needs: 'mute',
  },
  {
    deed: 'togglePin',
    key: 'p',
    words: ({ isPinned }) => (isPinned ? 'deed_unpin' : 'deed_pin'),
    needs: 'pin',
  },
  {
    deed: 'togglePriority',
    key: 'l',
    words: ({ box }) => (box === 'low-priority' ? 'deed_normal_priority' : 'deed_low_priority'),
    needs: 'lowPriority',
  },
  { deed: 'reply', key: 'r', words: () => 'deed_reply', needs: 'write' },
  { deed: 'peek', key: ' ', words: () => 'deed_peek' },
  { deed: 'details', key: 'i', words: () => 'deed_details' },
  { deed: 'open', key: 'Enter', words: () => 'deed_open', icon: () => 'open' },
];

/** What this Beeper, this token and this chat allow. */
export function deedLines(canAct: CanAct, chat: Chat): DeedLine[] {
  const can = canActOn(canAct, chat);
  return LINES.filter(({ needs }) => !needs || can[needs]);
}

const KEY_NAMES: Readonly<Record<string, string>> = { ' ': 'Space', Enter: '⏎' };

/** A key as it is written on it. */
export function keyName(key: string): string {
  return KEY_NAMES[key] ?? key;
}
