import { readAddress } from '../address';
import { type Connection } from '../connection';
import { CompanionError } from '../errors';
import { EMPTY_OUTBOX } from '../outbox';
import { DISCONNECTED, withTrouble } from '../status';
import { FRESH_WALK } from '../walk';
import { identify } from './poll';
import { type Deps, sessionWith } from './session';
import type { State } from './state';

/**
 * Keeps address and token and finds out who is there. What is wrong is kept as the trouble of the
 * new connection, except that a token refused at once does not replace one that works.
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
  if (/[^\x21-\x7e]/.test(connection.token)) throw new CompanionError('tokenRejected');
  const isWorking = old?.baseUrl === connection.baseUrl && !status.trouble;
  if (isWorking) await sessionWith(connection, deps).api.accounts();
  await deps.store.update((state) => connectedWith(state, connection, deps.now()));
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
function connectedWith(state: State, connection: Connection, now: number): State {
  const { baseUrl } = connection;
  const isSame = state.connection?.baseUrl === baseUrl;
  const connected = {
    ...state,
    connection,
    walk: FRESH_WALK,
    status: {
      isConnected: true,
      baseUrl,
      connectedAt: (isSame && state.status.connectedAt) || now,
    },
  };
  if (isSame) return connected;
  return { ...forgotten(state), ...pick(connected) };
}

function pick({ connection, status }: Pick<State, 'connection' | 'status'>) {
  return { connection, status };
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
    chats: new Map(),
  };
}
