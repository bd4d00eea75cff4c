import type { Chat } from '@/lib/model/chats/chat';
import { type Row, rowsOf, type Snapshot } from '@/lib/model/chats/rows';
import { type Filter, isFiltering } from '@/lib/model/list/filter';

/** Whether a filter lets a chat pass. */
export function passes(
  { networks, accounts, kind, isWaiting, isLow }: Filter,
  chat: Chat,
): boolean {
  if (kind && (kind === 'group') !== chat.isGroup) return false;
  if (isLow && chat.box !== 'low-priority') return false;
  if (isWaiting && !waits(chat)) return false;
  const isAnywhere = networks.length === 0 && accounts.length === 0;
  return (
    isAnywhere ||
    networks.includes(chat.network) ||
    accounts.some(({ id }) => id === chat.accountID)
  );
}

/**
 * Whether an answer is due: the last message is known, theirs, and says something. Activity that
 * is none, such as a reaction, hides the message before it; of those chats nothing is claimed.
 */
export function waits(chat: Chat): boolean {
  return !chat.isMuted && isKnown(chat) && chat.preview?.isOwn === false;
}

const SILENT: ReadonlySet<string> = new Set(['REACTION', 'NOTICE', 'DELETED']);

function isKnown({ preview }: Chat): boolean {
  if (!preview || (!preview.text && !preview.kind)) return false;
  return !SILENT.has(preview.kind ?? '');
}

/** Somebody has looked, and nothing was said there. */
function isEmpty({ preview }: Chat): boolean {
  return preview !== undefined && !preview.messageID && !preview.text && !preview.kind;
}

/** The snapshot as if there were no other chats than those that pass. */
export function narrow(snapshot: Snapshot, filter: Filter): Snapshot {
  if (!isFiltering(filter)) return snapshot;
  const rows = rowsOf(snapshot, (chat) => passes(filter, chat));
  const chats = rows.flatMap(({ chat: { id } }) => snapshot.chats.get(id) ?? []);
  return { ...snapshot, chats: new Map(chats.map((chat) => [chat.id, chat])) };
}

/** Who has waited longest comes first. */
export function longestFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.chat.preview?.at ?? 0) - (b.chat.preview?.at ?? 0));
}

/** Those that might wait and are not claimed to: their last message is not known. */
export function unknownAmong(rows: readonly Row[]): Chat[] {
  return rows
    .map(({ chat }) => chat)
    .filter((chat) => !chat.isMuted && !isKnown(chat) && !isEmpty(chat));
}

/** Ids of the chats that nobody has looked into, those first that may have waited longest. */
export function notRefetchedAmong(chats: readonly Chat[]): string[] {
  return chats
    .filter(({ preview }) => !preview)
    .toSorted((a, b) => a.lastActivity - b.lastActivity)
    .map(({ id }) => id);
}
