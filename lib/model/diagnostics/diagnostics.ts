import { isLoopback } from '@/lib/model/connection/address';
import type { Snapshot } from '@/lib/storage/follow';
import type { OPTIONS_ITEMS } from '@/lib/storage/items';

export type DiagnosedSnapshot = Snapshot<keyof typeof OPTIONS_ITEMS>;

export interface Facts {
  /** The extension's own version. */
  companion: string;
  /** As the browser names itself. */
  browser: string;
  /** ms */
  now: number;
  snapshot: DiagnosedSnapshot;
  /** Items of which something unreadable is kept. */
  keptAside: readonly string[];
}

/**
 * What somebody needs to know who wants to help, as JSON. Built from names of states and from
 * counts only: no token, no name, no text, and no address but one of this computer.
 */
export function diagnose({ companion, browser, now, snapshot, keptAside }: Facts): string {
  const { status, settings, chats, reminders, outbox, fullSync, logEntries } = snapshot;
  const { baseUrl = '', version, accountCount, trouble, access, failures } = status;
  const facts = {
    at: iso(now),
    companion,
    browser,
    beeper: {
      version,
      address: isLoopback(baseUrl) || !baseUrl ? baseUrl : 'elsewhere',
      accounts: accountCount,
    },
    connection: {
      isConnected: status.isConnected,
      trouble,
      failures,
      access,
      connectedAt: iso(status.connectedAt),
      syncedAt: iso(status.syncedAt),
      expiresAt: iso(status.expiresAt),
      pausedUntil: iso(status.pausedUntil),
    },
    known: { chats: chats.size, reminders: Object.keys(reminders).length },
    fullSync: { box: fullSync.box, finishedAt: iso(fullSync.finishedAt) },
    outbox: outbox.entries.map(({ intent, state, attempts, error }) => ({
      kind: intent.kind,
      state,
      attempts,
      error,
    })),
    logEntries: logEntries.map(({ first, last, ...rest }) => ({
      ...rest,
      first: iso(first),
      last: iso(last),
    })),
    keptAside,
    settings,
  };
  return JSON.stringify(facts, null, 2);
}

function iso(moment: number | undefined): string | undefined {
  return moment === undefined ? undefined : new Date(moment).toISOString();
}
