import { readBoolean, readTexts } from '@/lib/base/parse';
import type { AccountMap } from '@/lib/model/chats/accounts';
import type { History } from '@/lib/model/actions/history';
import { EMPTY_OUTBOX, type Outbox } from '@/lib/model/actions/outbox';
import { readHistory } from '@/lib/model/actions/parse-history';
import { type UnreadBaseline, readBaseline } from '@/lib/model/chats/baseline';
import { FRESH_FULL_SYNC, readFullSync, type FullSync } from '@/lib/model/chats/full-sync';
import { readAccountMap, readOutbox, readReminders } from '@/lib/model/chats/parse-stored';
import { readChatsRevision } from '@/lib/model/chats/revision';
import { type Connection, readConnection } from '@/lib/model/connection/connection';
import { type Discovery, readDiscovery } from '@/lib/model/connection/discovery';
import {
  type Authorization,
  readAuthorization,
  readSignIn,
  type SignIn,
} from '@/lib/model/connection/sign-in';
import { DISCONNECTED, readStatus, type Status } from '@/lib/model/connection/status';
import { type LogEntry, readLogEntries } from '@/lib/model/diagnostics/log-entries';
import { type Filter, readFilters } from '@/lib/model/list/filter';
import { readPrerendered } from '@/lib/model/list/prerendered';
import { readSummary } from '@/lib/model/list/summary';
import { EMPTY_DRAFTS, type Drafts } from '@/lib/model/messages/draft';
import { readDrafts } from '@/lib/model/messages/parse-drafts';
import type { IncomingMessages } from '@/lib/model/notifications/new-messages';
import { readIncomingMessages } from '@/lib/model/notifications/parse-new-messages';
import { type QuietOverride, readQuietOverride } from '@/lib/model/quiet/schedule';
import { readRemindChoice, type RemindChoice } from '@/lib/model/reminders/last-choice';
import type { Reminders } from '@/lib/model/reminders/reminder';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '@/lib/model/settings/settings';
import { NO_SYNC, readSync, type Sync } from '@/lib/model/settings/sync';
import { readUpdate, type Update } from '@/lib/model/settings/update';
import { item, nullable, secret, type StoredItem } from './stored-item';

/** The slices of the worker's state, each one item of `storage.local`. */
export interface Slices {
  settings: Settings;
  /** How somebody last chose to be reminded. */
  lastChoice: RemindChoice | null;
  /** Address and token: read by the worker alone. */
  connection: Connection | null;
  status: Status;
  accounts: AccountMap;
  outbox: Outbox;
  /** What was done lately, to be taken back. */
  history: History;
  /** What is begun and not yet known to have been sent. */
  drafts: Drafts;
  reminders: Reminders;
  fullSync: FullSync;
  /** What to tell of new messages; `null`: nobody wants to be told. */
  incomingMessages: IncomingMessages | null;
  /** What a notification has said to have failed, until it is tried again or given up. */
  notifiedFailures: readonly string[];
  /** What was unread when the popup was last open; `null`: nobody wants to know. */
  baseline: UnreadBaseline | null;
  /** The quiet asked for by hand. */
  pause: QuietOverride | null;
  /** Filters that a person keeps at hand. */
  filters: readonly Filter[];
  /** Chats that something has happened to, yet to be asked after. */
  notRefetched: readonly string[];
  /** A sign-in under way: what a page watches, and what only the worker may know. */
  signIn: SignIn | null;
  authorization: Authorization | null;
  /** Which Beepers were seen on this computer. */
  found: Discovery | null;
  /** Whether the settings follow the person to other browsers. */
  sync: Sync;
  /** A newer version of the companion that waits for a good moment. */
  update: Update | null;
  /** What went wrong lately. */
  logEntries: readonly LogEntry[];
}

/**
 * Every item of `storage.local`: its key, what stands for a missing value, and its reader. No key is
 * written anywhere else.
 */
export const ITEMS: { readonly [K in keyof Slices]: StoredItem<Slices[K]> } = {
  settings: item('settings', DEFAULT_SETTINGS, readSettings),
  lastChoice: item('lastChoice', null, nullable(readRemindChoice)),
  connection: secret('connection', null, nullable(readConnection)),
  status: item('status', DISCONNECTED, readStatus),
  accounts: item('accounts', {}, readAccountMap),
  outbox: item('outbox', EMPTY_OUTBOX, readOutbox),
  history: item('history', [], readHistory),
  drafts: item('drafts', EMPTY_DRAFTS, readDrafts),
  reminders: item('reminders', {}, readReminders),
  fullSync: item('walk', FRESH_FULL_SYNC, readFullSync),
  incomingMessages: item('arrivals', null, nullable(readIncomingMessages)),
  notifiedFailures: item('toldFailures', [], readTexts),
  baseline: item('looked', null, nullable(readBaseline)),
  pause: item('pause', null, nullable(readQuietOverride)),
  filters: item('filters', [], readFilters),
  notRefetched: item('unlooked', [], readTexts),
  signIn: item('signIn', null, nullable(readSignIn)),
  authorization: secret('authorization', null, nullable(readAuthorization)),
  found: item('found', null, nullable(readDiscovery)),
  sync: item('sync', NO_SYNC, readSync),
  update: item('update', null, nullable(readUpdate)),
  logEntries: item('incidents', [], readLogEntries),
};

const POPUP = ['settings', 'status', 'outbox', 'reminders', 'fullSync', 'filters'] as const;

/** What the popup reads. */
export const PAGE_ITEMS = only(...POPUP);

/** What the options page reads. */
export const OPTIONS_ITEMS = only(...POPUP, 'signIn', 'found', 'sync', 'logEntries');

/** The popup's first screen, made by the worker from the slices: nothing else is read for it. */
export const SUMMARY = item('glance', null, nullable(readSummary));

/** The same, drawn by the worker beforehand. */
export const PRERENDERED = item('frame', null, nullable(readPrerendered));

/** Made by the worker from what it writes, to tell pages of it. */
export const CHATS_REVISION = item('pulse', null, nullable(readChatsRevision));

/** Whoever uses this browser has been shown around, or was here before there was such a thing. */
export const GREETED = item('greeted', false, readBoolean);

/*@__NO_SIDE_EFFECTS__*/
function only<N extends keyof Slices>(...names: N[]): Pick<typeof ITEMS, N> {
  return Object.fromEntries(names.map((name) => [name, ITEMS[name]])) as Pick<typeof ITEMS, N>;
}
