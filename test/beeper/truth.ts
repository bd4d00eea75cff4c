import type { ChatRecord } from './world/records';

export interface UnreadOptions {
  muted?: boolean;
  lowPriority?: boolean;
  archived?: boolean;
  count?: 'messages' | 'chats';
}

/** The number a badge has to show, computed from the state itself and not through any route. */
export function unreadTruth(
  chats: Iterable<ChatRecord>,
  { muted = false, lowPriority = false, archived = false, count = 'messages' }: UnreadOptions = {},
): number {
  let total = 0;
  for (const chat of chats) {
    if (chat.isMuted && !muted) continue;
    if (chat.isLowPriority && !lowPriority) continue;
    if (chat.isArchived && !archived) continue;
    const here = Math.max(chat.unreadCount, chat.isMarkedUnread ? 1 : 0);
    total += count === 'chats' ? Math.min(here, 1) : here;
  }
  return total;
}
