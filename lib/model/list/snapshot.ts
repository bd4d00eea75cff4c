import type { Outbox } from '@/lib/model/actions/outbox';
import type { FullSync } from '@/lib/model/chats/full-sync';
import type { Chats } from '@/lib/model/chats/merge';
import type { Status } from '@/lib/model/connection/status';
import type { Reminders } from '@/lib/model/reminders/reminder';
import type { Settings } from '@/lib/model/settings/settings';
import type { Filter } from './filter';

/** The stored snapshot as the popup reads it. */
export interface PageSnapshot {
  settings: Settings;
  status: Status;
  outbox: Outbox;
  reminders: Reminders;
  fullSync: FullSync;
  filters: readonly Filter[];
  chats: Chats;
}
