import { isLoopback } from '@/lib/model/connection/address';
import type { Discovery } from '@/lib/model/connection/discovery';
import type { SignIn } from '@/lib/model/connection/sign-in';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import type { Sync } from '@/lib/model/settings/sync';
import type { LogEntry } from './log-entries';

/** The stored snapshot as the options page reads it. */
export interface DiagnosedSnapshot extends PageSnapshot {
  signIn: SignIn | null;
  found: Discovery | null;
  sync: Sync;
  logEntries: readonly LogEntry[];
}

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
