import { CompanionError, type ErrorCode } from '@/lib/base/errors';
import { EMPTY_OUTBOX, hurry } from '@/lib/model/actions/outbox';
import { FRESH_FULL_SYNC } from '@/lib/model/chats/full-sync';
import { isLoopback, readAddress } from '@/lib/model/connection/address';
import { type Connection } from '@/lib/model/connection/connection';
import { DISCONNECTED, type Status } from '@/lib/model/connection/status';
import { cleanToken } from '@/lib/model/connection/token';
import { EMPTY_DRAFTS } from '@/lib/model/messages/draft';
import { forgetBegunChat } from '@/lib/storage/new-chat';
import { noted, troubled } from '@/lib/worker/core/problems';
import { type Deps, sessionWith } from '@/lib/worker/core/session';
import type { State } from '@/lib/worker/core/state';
import { askIdentity, checkSetup, type Identity, withIdentity } from '@/lib/worker/sync/poll';

/**
 * Takes a pasted token. An empty one means the one that is kept, for the same address: a token is
 * never tried on another Beeper than the one it was given for.
 *
 * @throws CompanionError what is wrong
 */
export async function connect(
  deps: Deps,
  { baseUrl, token }: { baseUrl: string; token: string },
): Promise<void> {
  const { connection: old } = await deps.store.read();
  const address = readAddress(baseUrl);
  const kept = old?.baseUrl === address ? old.token : '';
  const connection = { baseUrl: address, token: cleanToken(token) || kept };
  if (!connection.token) throw new CompanionError('missingToken');
  // What is no header value is no token: the fetch itself would fail in words nobody can use.
  if (/[^\x21-\x7e]/.test(connection.token)) throw new CompanionError('tokenRejected');
  await adopt(deps, connection, {});
}

type TokenFacts = Pick<Status, 'access' | 'expiresAt'>;

/**
 * Makes this the connection once it has let us in. One that does not is kept all the same, with
 * its trouble, when there is nothing to lose by it.
 *
 * @throws CompanionError what is wrong
 */
export async function adopt(deps: Deps, connection: Connection, token: TokenFacts): Promise<void> {
  const now = deps.now();
  try {
    const session = sessionWith(connection, deps, true);
    const identity = await askIdentity(session);
    // Before anything is forgotten for its sake, it must be good for more than a name.
    if (!isSameBeeper(await deps.store.read(), connection, identity)) {
      await session.api.newestChats();
      await forgetBegunChat();
    }
    await deps.store.update((state) => {
      const kept = isSameBeeper(state, connection, identity) ? state : forgotten(state);
      // What waited for this goes at once.
      const outbox = hurry(kept.outbox, ({ state: at }) => at === 'queued');
      return withIdentity(connectedWith({ ...kept, outbox }, connection, token, now), identity);
    });
    await checkSetup(session, identity);
  } catch (error) {
    if (!(error instanceof CompanionError)) throw error;
    const { code } = error;
    await deps.store.update((state) => {
      if (!isWorthKeeping(state, connection, code)) return noted(state, code, 'connect', now);
      return troubled(connectedWith(state, connection, token, now), error, 'connect', now);
    });
    throw error;
  }
}

/** A Beeper that is away may be back with this token; a working connection is not given for it. */
function isWorthKeeping(
  { connection, status }: State,
  { baseUrl }: Connection,
  code: ErrorCode,
): boolean {
  const isWorking = connection !== null && !status.trouble;
  return (status.baseUrl ?? baseUrl) === baseUrl && !(isWorking && code === 'tokenRejected');
}

/** A Beeper is known by its place or, where it has moved, by whose accounts it has. */
function isSameBeeper(
  { status, accounts }: State,
  { baseUrl }: Connection,
  identity: Identity,
): boolean {
  if ((status.baseUrl ?? baseUrl) === baseUrl) return true;
  return identity.accounts.some(({ id, selfID }) => selfID && accounts[id]?.selfID === selfID);
}

function connectedWith(
  state: State,
  connection: Connection,
  token: TokenFacts,
  now: number,
): State {
  const { baseUrl } = connection;
  const connectedAt = state.status.connectedAt ?? now;
  const isElsewhere = !isLoopback(baseUrl);
  return {
    ...state,
    connection,
    fullSync: FRESH_FULL_SYNC,
    status: {
      isConnected: true,
      baseUrl,
      connectedAt,
      ...(isElsewhere && { isElsewhere }),
      ...token,
    },
  };
}

/** The state without a trace of Beeper; only what the person has set stays. */
export function forgotten(state: State): State {
  return {
    settings: state.settings,
    pause: state.pause,
    lastChoice: null,
    connection: null,
    status: DISCONNECTED,
    accounts: {},
    outbox: EMPTY_OUTBOX,
    history: [],
    drafts: EMPTY_DRAFTS,
    reminders: {},
    fullSync: FRESH_FULL_SYNC,
    filters: [],
    notRefetched: [],
    incomingMessages: null,
    // What says so is yet to be withdrawn.
    notifiedFailures: state.notifiedFailures,
    baseline: null,
    signIn: null,
    authorization: null,
    found: null,
    logEntries: [],
    update: state.update,
    sync: state.sync,
    chats: new Map(),
  };
}
