import { isUnread } from '@/lib/model/chats/chat';
import type { Row } from '@/lib/model/chats/rows';

/** Read chats of the inbox, but for those that are pinned there. */
export function everythingRead(rows: readonly Row[]): Row[] {
  return rows.filter(({ chat }) => !isUnread(chat) && !chat.isPinned && chat.box !== 'archive');
}
