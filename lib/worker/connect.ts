import { readAddress } from '../address';
import { type Connection } from '../connection';
import { CompanionError, type ErrorCode } from '../errors';
import { EMPTY_OUTBOX } from '../outbox';
import { DISCONNECTED, type Status } from '../status';
import { FRESH_WALK } from '../walk';
import { askIdentity, withIdentity } from './poll';
import { type Deps, sessionWith } from './session';
import type { State } from './state';
import { noted, troubled } from './trouble';

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
  const connection = { baseUrl: address, token: token.trim() || kept };
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
    const identity = await askIdentity(sessionWith(connection, deps, true));
    await deps.store.update((state) =>
      withIdentity(connectedWith(state, connection, token, now), identity),
    );
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
function isWorthKeeping(state: State, { baseUrl }: Connection, code: ErrorCode): boolean {
  if (!state.connection) return true;
  const isWorking = !state.status.trouble;
  return state.connection.baseUrl === baseUrl && !(isWorking && code === 'tokenRejected');
}

/** Another address is another Beeper: what was known of the one before is not kept. */
function connectedWith(
  state: State,
  connection: Connection,
  token: TokenFacts,
  now: number,
): State {
  const { baseUrl } = connection;
  const isSame = state.status.baseUrl === baseUrl;
  const connectedAt = (isSame && state.status.connectedAt) || now;
  return {
    ...(isSame ? state : forgotten(state)),
    connection,
    walk: FRESH_WALK,
    status: { isConnected: true, baseUrl, connectedAt, ...token },
  };
}

/** The state without a trace of Beeper; only the settings stay. */
export function forgotten(state: State): State {
  return {
    settings: state.settings,
    connection: null,
    status: DISCONNECTED,
    accounts: {},
    outbox: EMPTY_OUTBOX,
    reminders: {},
    walk: FRESH_WALK,
    signIn: null,
    authorization: null,
    found: null,
    incidents: [],
    chats: new Map(),
  };
}
