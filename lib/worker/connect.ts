import { readAddress } from '../address';
import { type Connection } from '../connection';
import { CompanionError } from '../errors';
import { EMPTY_OUTBOX } from '../outbox';
import { DISCONNECTED, type Status, withTrouble } from '../status';
import { FRESH_WALK } from '../walk';
import { identify } from './poll';
import { type Deps, sessionWith } from './session';
import type { State } from './state';

/**
 * Keeps a pasted token and finds out who is there. What is wrong is kept as the trouble of the new
 * connection, except that a token refused at once does not replace one that works.
 *
 * @throws CompanionError what is wrong
 */
export async function connect(
  deps: Deps,
  { baseUrl, token }: { baseUrl: string; token: string },
): Promise<void> {
  const { connection: old, status } = await deps.store.read();
  const connection = { baseUrl: readAddress(baseUrl), token: token.trim() || old?.token || '' };
  if (!connection.token) throw new CompanionError('missingToken');
  // What is no header value is no token: the fetch itself would fail in words nobody can use.
  if (/[^\x21-\x7e]/.test(connection.token)) throw new CompanionError('tokenRejected');
  const isWorking = old?.baseUrl === connection.baseUrl && !status.trouble;
  if (isWorking) await sessionWith(connection, deps).api.accounts();
  await adopt(deps, connection, {});
}

/**
 * Makes this the connection and learns whom it leads to.
 *
 * @throws CompanionError what is wrong, also kept as the connection's trouble
 */
export async function adopt(
  deps: Deps,
  connection: Connection,
  token: Pick<Status, 'access' | 'expiresAt'>,
): Promise<void> {
  await deps.store.update((state) => connectedWith(state, connection, token, deps.now()));
  const session = sessionWith(connection, deps);
  try {
    await identify(session);
  } catch (error) {
    if (!(error instanceof CompanionError)) throw error;
    const { code } = error;
    await session.update((state) => ({ ...state, status: withTrouble(state.status, code) }));
    throw error;
  }
}

/** Another address is another Beeper: what was known of the one before is not kept. */
function connectedWith(
  state: State,
  connection: Connection,
  token: Pick<Status, 'access' | 'expiresAt'>,
  now: number,
): State {
  const { baseUrl } = connection;
  const isSame = state.connection?.baseUrl === baseUrl;
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
    chats: new Map(),
  };
}
