import { type AccountMap } from '../api/read-account';
import type { Arrivals } from '../arrivals';
import type { Filter } from '../filter';
import { type Connection, readConnection } from '../connection';
import type { Drafts } from '../drafts';
import type { History } from '../history';
import { type Found, readFound } from '../found';
import { type Incident, readIncidents } from '../incidents';
import { type Looked, readLooked } from '../looked';
import type { Outbox } from '../outbox';
import { type Pause, readPause } from '../quiet';
import type { Reminders } from '../reminders';
import type { RemindChoice } from '../remind-choice';
import type { Settings } from '../settings';
import { type Authorization, readAuthorization, readSignIn, type SignIn } from '../sign-in';
import type { Status } from '../status';
import { NO_SYNC, readSync, type Sync } from '../sync';
import type { Update } from '../update';
import type { Walk } from '../walk';
import { readTexts } from '../read';
import { DRAFTS } from './draft-item';
import { HISTORY } from './history-item';
import { PAGE_ITEMS } from './page-items';
import { readArrivals } from './read-arrivals';
import { readAccountMap } from './read-stored';
import { REMIND_ITEMS } from './remind-items';
import { item, nullable, secret, type StoredItem } from './stored-item';
import { UPDATE } from './update-item';

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
  walk: Walk;
  /** What to tell of new messages; `null`: nobody wants to be told. */
  arrivals: Arrivals | null;
  /** What a notification has said to have failed, until it is tried again or given up. */
  toldFailures: readonly string[];
  /** What was unread when the popup was last open; `null`: nobody wants to know. */
  looked: Looked | null;
  /** The quiet asked for by hand. */
  pause: Pause | null;
  /** Filters that a person keeps at hand. */
  filters: readonly Filter[];
  /** Chats that something has happened to, yet to be asked after. */
  unlooked: readonly string[];
  /** A sign-in under way: what a page watches, and what only the worker may know. */
  signIn: SignIn | null;
  authorization: Authorization | null;
  /** Which Beepers were seen on this computer. */
  found: Found | null;
  /** Whether the settings follow the person to other browsers. */
  sync: Sync;
  /** A newer version of the companion that waits for a good moment. */
  update: Update | null;
  /** What went wrong lately. */
  incidents: readonly Incident[];
}

/** What the options page reads. */
export const OPTIONS_ITEMS = {
  ...PAGE_ITEMS,
  settings: REMIND_ITEMS.settings,
  signIn: item('signIn', null, nullable(readSignIn)),
  found: item('found', null, nullable(readFound)),
  sync: item('sync', NO_SYNC, readSync),
  incidents: item<readonly Incident[]>('incidents', [], readIncidents),
};

/** Everything the companion keeps in `storage.local`. No key is written anywhere else. */
export const ITEMS: { [K in keyof Slices]: StoredItem<Slices[K]> } = {
  ...OPTIONS_ITEMS,
  update: UPDATE,
  connection: secret('connection', null, nullable(readConnection)),
  drafts: DRAFTS,
  history: HISTORY,
  accounts: item('accounts', {}, readAccountMap),
  arrivals: item('arrivals', null, nullable(readArrivals)),
  toldFailures: item<readonly string[]>('toldFailures', [], readTexts),
  looked: item('looked', null, nullable(readLooked)),
  pause: item('pause', null, nullable(readPause)),
  lastChoice: REMIND_ITEMS.lastChoice,
  unlooked: item<readonly string[]>('unlooked', [], readTexts),
  authorization: secret('authorization', null, nullable(readAuthorization)),
};
