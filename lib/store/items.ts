import type { AccountMap } from '../api/read-account';
import { type Connection, readConnection } from '../connection';
import { readGlance, readPulse } from '../glance';
import { EMPTY_OUTBOX, type Outbox } from '../outbox';
import type { Reminders } from '../reminders';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../settings';
import { DISCONNECTED, readStatus, type Status } from '../status';
import { type Authorization, readAuthorization, readSignIn, type SignIn } from '../sign-in';
import { FRESH_WALK, readWalk, type Walk } from '../walk';
import { readAccountMap, readOutbox, readReminders } from './read-stored';
import type { StoredItem } from './stored-item';

/** The slices of the worker's state, each one item of `storage.local`. */
export interface Slices {
  settings: Settings;
  /** Address and token: read by the worker alone. */
  connection: Connection | null;
  status: Status;
  accounts: AccountMap;
  outbox: Outbox;
  reminders: Reminders;
  walk: Walk;
  /** A sign-in under way: what a page watches, and what only the worker may know. */
  signIn: SignIn | null;
  authorization: Authorization | null;
}

/** What a page may read. Apart, so that no page carries the readers of the rest. */
export const PAGE_ITEMS = {
  settings: item('settings', DEFAULT_SETTINGS, readSettings),
  status: item('status', DISCONNECTED, readStatus),
  outbox: item('outbox', EMPTY_OUTBOX, readOutbox),
  reminders: item('reminders', {}, readReminders),
  walk: item('walk', FRESH_WALK, readWalk),
  signIn: item('signIn', null, nullable(readSignIn)),
};

/** Everything the companion keeps in `storage.local`. No key is written anywhere else. */
export const ITEMS: { [K in keyof Slices]: StoredItem<Slices[K]> } = {
  ...PAGE_ITEMS,
  connection: item('connection', null, nullable(readConnection)),
  accounts: item('accounts', {}, readAccountMap),
  authorization: item('authorization', null, nullable(readAuthorization)),
};

/** Made from the slices by the worker, for the popup's first frame and to tell it of changes. */
export const GLANCE = item('glance', null, nullable(readGlance));
export const PULSE = item('pulse', null, nullable(readPulse));

function item<T>(key: string, fallback: T, read: (value: unknown) => T | undefined): StoredItem<T> {
  return { key, version: 1, fallback, read };
}

/** Nothing is a value too: a connection that was ended, no sign-in under way. */
function nullable<T>(read: (value: unknown) => T | undefined) {
  return (value: unknown): T | null | undefined => (value === null ? null : read(value));
}
