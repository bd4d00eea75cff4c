import { EMPTY_OUTBOX, type OutboxEntry } from '@/lib/model/actions/outbox';
import type { Chat } from '@/lib/model/chats/chat';
import type { Row, Snapshot } from '@/lib/model/chats/rows';
import type { Reminder } from '@/lib/model/reminders/reminder';
import { aChat, chatMap } from './builders';

export interface World {
  chats?: Chat[];
  entries?: OutboxEntry[];
  reminders?: Reminder[];
}

/** What the lists are made of. */
export function aWorld({ chats = [aChat()], entries = [], reminders = [] }: World = {}): Snapshot {
  return {
    chats: chatMap(...chats),
    outbox: { ...EMPTY_OUTBOX, entries },
    reminders: Object.fromEntries(reminders.map((reminder) => [reminder.chatID, reminder])),
  };
}

export function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ chat }) => chat.id);
}
