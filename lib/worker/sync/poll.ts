import { CompanionError } from '@/lib/base/errors';
import { readObject, readText } from '@/lib/base/parse';
import { type BeeperApi, type Page, readVersion } from '@/lib/beeper/client';
import { readAccounts } from '@/lib/beeper/parse/account';
import type { Account } from '@/lib/model/chats/accounts';
import { readChat } from '@/lib/beeper/parse/chat';
import type { RemoteChat } from '@/lib/model/chats/remote-chat';
import type { ReadContext } from '@/lib/beeper/parse/message';
import type { Box } from '@/lib/model/chats/chat';
import {
  type Chats,
  countUnread,
  mergeChats,
  type Polled,
  type Source,
} from '@/lib/model/chats/merge';
import { withoutTrouble } from '@/lib/model/connection/status';
import { adoptReminders, forgetOld } from '@/lib/model/reminders/reminder';
import type { Session } from '@/lib/worker/core/session';
import { features, readContext, type State } from '@/lib/worker/core/state';
import { followDrafts } from './draft-state';

/** A guard against servers whose pages never end: 20,000 unread chats. */
const MOST_PAGES = 100;

/**
 * Learns whom it talks to: the app's version and the accounts. Older servers have no info page;
 * theirs is known by the header of every answer.
 */
export async function identify(session: Session): Promise<void> {
  const identity = await askIdentity(session);
  await session.update((state) => withIdentity(state, identity));
  await checkSetup(session, identity);
}

export interface Identity {
  accounts: readonly Account[];
  version?: string;
}

/** @throws CompanionError when it is not Beeper, or does not let us in */
export async function askIdentity({ api, version }: Session): Promise<Identity> {
  // What is wrong, if anything, the accounts will tell.
  const info = await api.info().catch(() => undefined);
  const accounts = readAccounts(await api.accounts());
  if (!accounts) throw new CompanionError('badAnswer');
  const named = version() ?? readVersion(readObject(info?.app)?.version);
  return { accounts, ...(named && { version: named }) };
}

/**
 * No accounts: signing in or the first sync may not be over. Only newer Beepers tell.
 *
 * @throws CompanionError `notSignedIn`, `syncing`
 */
export async function checkSetup({ api }: Session, { accounts }: Identity): Promise<void> {
  if (accounts.length > 0) return;
  const setup = await api.setup().catch(() => undefined);
  const state = readText(setup?.state);
  if (!state || state === 'ready') return;
  throw new CompanionError(SYNCING.has(state) ? 'syncing' : 'notSignedIn');
}

/** https://developers.beeper.com: the other states wait for the person. */
const SYNCING: ReadonlySet<string> = new Set(['initializing', 'needs-first-sync']);

export function withIdentity(state: State, { accounts, version }: Identity): State {
  return {
    ...state,
    accounts: Object.fromEntries(accounts.map((account) => [account.id, account])),
    status: { ...state.status, accountCount: accounts.length, ...(version && { version }) },
  };
}

/** How much a poll asks for. */
export interface PollScope {
  /** All that is unread; or, where that is much, only the newest of it. */
  unread: 'all' | 'newest';
  /** The newest page of all chats, which brings last messages. */
  withNewest: boolean;
}

/** Everything that polling can know. */
export const WHOLE: PollScope = { unread: 'all', withNewest: true };

/** More unread chats than this are not all asked for by a poll that is only a safety net. */
const FEW_UNREAD = 50;
/** And more than one answer holds not even once an hour. */
const MANY_UNREAD = 200;
/** Then so many are: what comes in is among them. */
const NEWEST_UNREAD = 25;

/**
 * Asks what is unread and what is newest, and brings the inbox in line with it.
 *
 * @param finish is part of the same change.
 */
export async function pollUnread(
  session: Session,
  { unread: wanted, withNewest }: PollScope,
  finish: (state: State) => State = (state) => state,
): Promise<Polled> {
  const { settings, chats } = await session.read();
  const boxes = settings.badge.includeLowPriority || settings.badge.hasDot ? POLLED_ALL : POLLED;
  const isShort = wanted === 'newest' && hasManyUnread(chats);
  const requestedAt = session.moment();
  const [newest, ...unread] = await Promise.all([
    withNewest ? session.api.newestChats() : NOTHING,
    ...boxes.map((box) =>
      isShort ? newestUnread(session.api, box) : unreadItems(session.api, box),
    ),
  ]);
  const state = await session.read();
  const context = readContext(state);
  const fromUnread = boxes.flatMap((box, index) => readAll(unread[index] ?? [], context, box));
  const fromNewest = readAll(newest.items, context);
  await session.update((before) => {
    const now = session.now();
    const merged = mergeIntoState(before, fromUnread, { requestedAt, isUnreadOnly: true }, now);
    const all = mergeIntoState(merged, fromNewest, { requestedAt }, now);
    return finish({ ...all, status: withoutTrouble(all.status, Math.trunc(requestedAt)) });
  });
  // What an old server leaves out of a chat, only its place in the lists can tell.
  const telling = features(state).fullChats ? [...fromUnread, ...fromNewest] : fromUnread;
  return {
    boxes,
    requestedAt,
    described: new Set(telling.map(({ id }) => id)),
    ...(isShort && { backTo: reachOf(fromUnread) }),
  };
}

const POLLED: readonly Box[] = ['primary'];
const POLLED_ALL: readonly Box[] = ['primary', 'low-priority'];

const NOTHING: Page = { items: [] };

function hasManyUnread(chats: Chats): boolean {
  return countUnread(chats, 'primary') > FEW_UNREAD;
}

/** Whether all that is unread can be asked for now and then, to see what was lost further down. */
export function isWorthWhole(chats: Chats): boolean {
  return countUnread(chats, 'primary') <= MANY_UNREAD;
}

async function newestUnread(api: BeeperApi, inbox: Box): Promise<readonly unknown[]> {
  return (await api.searchChats({ inbox, unreadOnly: true, limit: NEWEST_UNREAD })).items;
}

/** How far back a list of newest chats goes, ms; not at all, if it is in another order. */
function reachOf(chats: readonly RemoteChat[]): number {
  const moments = chats.map(({ lastActivity = 0 }) => lastActivity);
  const isInOrder = moments.every((moment, index) => moment <= (moments[index - 1] ?? Infinity));
  return isInOrder ? (moments.at(-1) ?? Infinity) : Infinity;
}

/** The newest chats alone, with their last messages. */
export async function takeNewest(session: Session): Promise<void> {
  const requestedAt = session.moment();
  const { items } = await session.api.newestChats();
  await session.update((state) =>
    mergeIntoState(state, readAll(items, readContext(state)), { requestedAt }, session.now()),
  );
}

/** The state with chats as an answer describes them, and with their reminders. */
export function mergeIntoState(
  state: State,
  remotes: readonly RemoteChat[],
  source: Source,
  now: number,
): State {
  const chats = mergeChats(state.chats, remotes, source);
  const reminders = remindersAfter(state, chats, remotes, now);
  return followDrafts({ ...state, chats, reminders });
}

/** Chats out of raw items; those from a list asked for by name are in that list. */
export function readAll(items: readonly unknown[], context: ReadContext, box?: Box): RemoteChat[] {
  const chats = items.map((item) => readChat(item, context)).filter((chat) => chat !== undefined);
  return box ? chats.map((chat) => ({ ...chat, box })) : chats;
}

async function unreadItems(api: BeeperApi, inbox: Box): Promise<unknown[]> {
  const items = new Map<unknown, unknown>();
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page: Page = await api.searchChats({ inbox, unreadOnly: true, cursor });
    const known = items.size;
    for (const item of page.items) items.set(readObject(item)?.id, item);
    if (!page.next || page.next === cursor || items.size === known) break;
    cursor = page.next;
  }
  return [...items.values()];
}

function remindersAfter(
  state: State,
  chats: Chats,
  remotes: readonly RemoteChat[],
  now: number,
): State['reminders'] {
  const described = remotes.flatMap(({ id }) => chats.get(id) ?? []);
  const adopted = adoptReminders(state.reminders, described, {
    now,
    connectedAt: state.status.connectedAt ?? now,
    isPending: (chatID) =>
      state.outbox.entries.some(
        (entry) =>
          entry.chatID === chatID &&
          entry.state !== 'failed' &&
          (entry.intent.kind === 'remind' || entry.intent.kind === 'clearReminder'),
      ),
  });
  return forgetOld(adopted, now);
}
