import { type Chat, isUnread, unreadMessages } from './chat';
import type { TallySettings } from './tally-settings';

export interface Tally {
  total: number;
  /** Largest first. */
  byNetwork: readonly { network: string; count: number }[];
}

/** The unread number a person asked for, broken down by network. */
export function tallyUnread(chats: Iterable<Chat>, settings: TallySettings): Tally {
  const counts = new Map<string, number>();
  for (const chat of chats) {
    const count = countsFor(chat, settings);
    if (count > 0) counts.set(chat.network, (counts.get(chat.network) ?? 0) + count);
  }
  const byNetwork = [...counts]
    .map(([network, count]) => ({ network, count }))
    .toSorted((a, b) => b.count - a.count || a.network.localeCompare(b.network));
  return { total: byNetwork.reduce((sum, { count }) => sum + count, 0), byNetwork };
}

function countsFor(chat: Chat, settings: TallySettings): number {
  if (!isUnread(chat) || settings.count === 'none') return 0;
  if (chat.isMuted && !settings.includeMuted) return 0;
  const isWanted =
    chat.box === 'primary' || (chat.box === 'low-priority' && settings.includeLowPriority);
  if (!isWanted) return 0;
  return settings.count === 'chats' ? 1 : unreadMessages(chat);
}
