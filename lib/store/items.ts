import type { AccountMap } from '../api/read-account';
import { type Connection, readConnection } from '../connection';
import { type Glance, type Pulse, readGlance, readPulse } from '../glance';
import { EMPTY_OUTBOX, type Outbox } from '../outbox';
import type { Reminders } from '../reminders';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../settings';
import { DISCONNECTED, readStatus, type Status } from '../status';
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
}

/** Everything the companion keeps in `storage.local`. No key is written anywhere else. */
export const ITEMS: { [K in keyof Slices]: StoredItem<Slices[K]> } = {
  settings: item('settings', DEFAULT_SETTINGS, readSettings),
  connection: item<Connection | null>('connection', null, readConnection),
  status: item('status', DISCONNECTED, readStatus),
  accounts: item('accounts', {}, readAccountMap),
  outbox: item('outbox', EMPTY_OUTBOX, readOutbox),
  reminders: item('reminders', {}, readReminders),
  walk: item('walk', FRESH_WALK, readWalk),
};

/** Made from the slices by the worker, for the popup's first frame and to tell it of changes. */
export const GLANCE = item<Glance | null>('glance', null, readGlance);
export const PULSE = item<Pulse | null>('pulse', null, readPulse);

function item<T>(key: string, fallback: T, read: (value: unknown) => T | undefined): StoredItem<T> {
  return { key, version: 1, fallback, read };
}
