import type { IconName } from '@/components/parts/Icon';
import { type CanAct, canActOn } from '@/lib/model/chats/capabilities';
import { type Chat, isUnread } from '@/lib/model/chats/chat';
import type { MessageKey } from '@/lib/text/i18n';
import { isPossible, ROW_KEYS } from './keys';
import type { RowDeeds } from './row-actions';

/** Something that can be done with a chat: what it is called just now, and its key. */
export interface DeedLine {
  deed: keyof RowDeeds;
  /** As the browser names it. */
  key: string;
  words(chat: Chat): MessageKey;
  /** Common enough to have a button of its own beside what is opened. */
  icon?(chat: Chat): IconName;
}

const LINES: readonly Omit<DeedLine, 'key'>[] = [
  {
    deed: 'archive',
    words: ({ box }) => (box === 'archive' ? 'deed_unarchive' : 'deed_archive'),
    icon: ({ box }) => (box === 'archive' ? 'inbox' : 'archive'),
  },
  { deed: 'remind', words: () => 'deed_remind', icon: () => 'bell' },
  {
    deed: 'toggleRead',
    words: (chat) => (isUnread(chat) ? 'deed_mark_read' : 'deed_mark_unread'),
    icon: (chat) => (isUnread(chat) ? 'read' : 'unread'),
  },
  {
    deed: 'toggleMute',
    words: ({ isMuted }) => (isMuted ? 'deed_unmute' : 'deed_mute'),
  },
  {
    deed: 'togglePin',
    words: ({ isPinned }) => (isPinned ? 'deed_unpin' : 'deed_pin'),
  },
  {
    deed: 'togglePriority',
    words: ({ box }) => (box === 'low-priority' ? 'deed_normal_priority' : 'deed_low_priority'),
  },
  { deed: 'reply', words: () => 'deed_reply' },
  { deed: 'peek', words: () => 'deed_peek' },
  { deed: 'details', words: () => 'deed_details' },
  { deed: 'open', words: () => 'deed_open', icon: () => 'open' },
];

/** What this Beeper, this token and this chat allow. */
export function deedLines(canAct: CanAct, chat: Chat): DeedLine[] {
  const can = canActOn(canAct, chat);
  return LINES.filter(({ deed }) => isPossible(deed, can)).map((line) => ({
    ...line,
    key: KEYS.find(([, deed]) => deed === line.deed)?.[0] ?? 'Enter',
  }));
}

const KEYS = Object.entries(ROW_KEYS);
