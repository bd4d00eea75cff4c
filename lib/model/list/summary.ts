import { readArray, readCount, readObject } from '@/lib/base/parse';
import { parseStoredChat } from '@/lib/model/chats/chat';
import { readReminder } from '@/lib/model/chats/parse-stored';
import type { Row, Snapshot } from '@/lib/model/chats/rows';
import { readStatus, type Status } from '@/lib/model/connection/status';
import { type Filter, readFilters } from './filter';
import { firstUnread, type TabCounts, tabCounts } from './tabs';

/** What the popup paints first: one small record, so that nothing else needs to be read. */
export interface PopupSummary {
  status: Status;
  counts: TabCounts;
  /** The first screen of the Unread tab. */
  rows: readonly Row[];
  /** Letters and signs act as keys: they may be pressed before the settings are read. */
  singleKeys: boolean;
  filters: readonly Filter[];
}

/** As many rows as the popup shows without scrolling, and one to see that there is more. */
const FIRST_SCREEN = 10;

export function summaryOf(
  snapshot: Snapshot,
  status: Status,
  { filters = [], singleKeys = true }: Partial<Pick<PopupSummary, 'filters' | 'singleKeys'>> = {},
): PopupSummary {
  const rows = firstUnread(snapshot, FIRST_SCREEN);
  return { status, counts: tabCounts(snapshot), rows, filters, singleKeys };
}

export function readSummary(value: unknown): PopupSummary | undefined {
  const raw = readObject(value);
  const rows = readArray(raw?.rows);
  const counts = readObject(raw?.counts);
  const status = readStatus(raw?.status);
  if (!raw || !rows || !counts || !status) return undefined;
  return {
    status,
    counts: {
      unread: readCount(counts.unread) ?? 0,
      inbox: readCount(counts.inbox) ?? 0,
      reminders: readCount(counts.reminders) ?? 0,
      archive: readCount(counts.archive) ?? 0,
    },
    rows: rows.flatMap((row) => readRow(row) ?? []),
    filters: readFilters(raw.filters) ?? [],
    singleKeys: raw.singleKeys !== false,
  };
}

function readRow(value: unknown): Row | undefined {
  const raw = readObject(value);
  const chat = parseStoredChat(raw?.chat);
  const reminder = readReminder(raw?.reminder);
  return chat
    ? { chat, isWaiting: raw?.isWaiting === true, ...(reminder && { reminder }) }
    : undefined;
}
