import { readBoolean, readOneOf } from '@/lib/base/parse';
import { readIDs } from '@/lib/base/parse-ids';
import type { Readers } from '@/lib/base/parse-part';
import { type Chat } from '@/lib/model/chats/chat';

export const NOTIFY_DETAILS = ['all', 'sender', 'number'] as const;
export type NotifyDetail = (typeof NOTIFY_DETAILS)[number];

/** Which new messages a notification tells of. Nothing unless asked for: Beeper does so itself. */
export interface NotifySettings {
  direct: boolean;
  /** Those in groups that name the person. */
  mentions: boolean;
  groups: boolean;
  /** Ids of chats that are told of whatever they are. */
  chosen: readonly string[];
  /** How much of a message is shown. */
  detail: NotifyDetail;
}

export const DEFAULT_NOTIFY: NotifySettings = {
  direct: false,
  mentions: false,
  groups: false,
  chosen: [],
  detail: 'all',
};

export const NOTIFY_READERS: Readers<NotifySettings> = {
  direct: readBoolean,
  mentions: readBoolean,
  groups: readBoolean,
  chosen: readIDs,
  detail: (value) => readOneOf(value, NOTIFY_DETAILS),
};

export function notifiesAtAll({ direct, mentions, groups, chosen }: NotifySettings): boolean {
  return direct || mentions || groups || chosen.length > 0;
}

/** Whether this chat is one to tell of, as it is now. Never what is muted or put away. */
export function isToNotify(chat: Chat, settings: NotifySettings): boolean {
  if (chat.unreadCount === 0 || chat.isMuted || chat.box !== 'primary') return false;
  if (settings.chosen.includes(chat.id)) return true;
  if (!chat.isGroup) return settings.direct;
  return settings.groups || (settings.mentions && (chat.mentions ?? 0) > 0);
}
