import { type UnreadBaseline, seenIn } from '@/lib/model/chats/baseline';
import { type Chat, isUnread, unreadMessages } from '@/lib/model/chats/chat';
import type { CountSettings } from './settings';

export interface UnreadCounts {
  total: number;
  /** Largest first. */
  byNetwork: readonly { network: string; count: number }[];
  /** Titles of the chats that count, the newest first: as many as a tooltip needs, and one. */
  newest?: readonly string[];
  /** Something else is unread, and a dot is to say so. */
  hasRest?: boolean;
  /** Only what came since the popup was last open. */
  isSince?: boolean;
}

/** One more than are named, to see that there are more. */
const NEWEST = 4;

/**
 * The unread number a person asked for, broken down by network.
 *
 * @param looked what was unread when the popup was last open
 */
export function countUnread(
  chats: Iterable<Chat>,
  settings: CountSettings,
  baseline: UnreadBaseline | null = null,
): UnreadCounts {
  const counts = new Map<string, number>();
  const counted: Chat[] = [];
  let hasRest = false;
  for (const chat of chats) {
    const count = countOf(chat, settings, baseline);
    if (count > 0) {
      counts.set(chat.network, (counts.get(chat.network) ?? 0) + count);
      counted.push(chat);
    } else hasRest ||= settings.hasDot && isRest(chat, settings);
  }
  const byNetwork = [...counts]
    .map(([network, count]) => ({ network, count }))
    .toSorted((a, b) => b.count - a.count || a.network.localeCompare(b.network));
  return {
    total: byNetwork.reduce((sum, { count }) => sum + count, 0),
    byNetwork,
    ...(counted.length > 0 && { newest: newestOf(counted) }),
    ...(hasRest && { hasRest }),
    ...(settings.sinceLooked && { isSince: true }),
  };
}

function countOf(chat: Chat, settings: CountSettings, baseline: UnreadBaseline | null): number {
  const { count, sinceLooked } = settings;
  if (count === 'none' || !isCounted(chat, settings)) return 0;
  const fresh = sinceLooked ? unreadMessages(chat) - seenIn(baseline, chat) : Infinity;
  const number = Math.max(0, Math.min(unreadIn(chat, count), fresh));
  return count === 'chats' ? Math.min(number, 1) : number;
}

function isCounted(chat: Chat, settings: CountSettings): boolean {
  if (!isUnread(chat) || settings.leftOut.includes(chat.accountID)) return false;
  if (chat.isMuted && !settings.includeMuted) return false;
  return chat.box === 'primary' || (chat.box === 'low-priority' && settings.includeLowPriority);
}

function unreadIn(chat: Chat, count: CountSettings['count']): number {
  const isOnlyMentions = count === 'wanting' && chat.isGroup;
  return isOnlyMentions ? (chat.mentions ?? 0) : unreadMessages(chat);
}

/** Unread and not counted, and not left out on purpose. */
function isRest(chat: Chat, { leftOut }: CountSettings): boolean {
  const isThere = chat.box === 'primary' || chat.box === 'low-priority';
  return isThere && isUnread(chat) && !leftOut.includes(chat.accountID);
}

function newestOf(chats: readonly Chat[]): string[] {
  return chats
    .toSorted((a, b) => b.lastActivity - a.lastActivity)
    .slice(0, NEWEST)
    .map(({ title }) => title);
}
