import type { Chat } from '@/lib/model/chats/chat';
import type { Chats } from '@/lib/model/chats/merge';

/** Chats that count otherwise than before although nothing of ours was done to them. */
export function changedUntold(before: Chats, after: Chats, since: number): string[] {
  const changed: string[] = [];
  for (const [id, chat] of after) {
    const known = before.get(id);
    const isOurs = (chat.writtenAt ?? 0) >= since;
    if (known !== chat && !isOurs && countsOtherwise(known, chat)) changed.push(id);
  }
  return changed;
}

function countsOtherwise(known: Chat | undefined, chat: Chat): boolean {
  return (
    chat.unreadCount !== (known?.unreadCount ?? 0) ||
    chat.isMarkedUnread !== (known?.isMarkedUnread ?? false) ||
    (known !== undefined && chat.box !== known.box)
  );
}
