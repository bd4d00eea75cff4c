import { type BeeperApi, createBeeperApi } from '../api/client';
import type { Connection } from '../connection';
import type { Clock } from '../time';
import { ifStill, type State } from './state';
import type { Store } from './store';

/** What the worker takes from outside; tests bring their own. */
export interface Edge {
  fetch: typeof fetch;
  now: Clock;
  /** 0 to 1 */
  random: () => number;
}

export interface Deps extends Edge {
  store: Store;
}

/** A piece of work with one Beeper. Its changes count only while that one is still connected. */
export interface Session {
  api: BeeperApi;
  now: Clock;
  /** The app's version, if an answer has named it. */
  version(): string | undefined;
  read(): Promise<State>;
  update(change: (state: State) => State): Promise<State>;
}

/** `undefined` while no Beeper is connected. */
export async function openSession(deps: Deps): Promise<Session | undefined> {
  const { connection } = await deps.store.read();
  return connection ? sessionWith(connection, deps) : undefined;
}

export function sessionWith(connection: Connection, { fetch, now, store }: Deps): Session {
  let version: string | undefined;
  const api = createBeeperApi(connection, {
    fetch,
    now,
    onVersion: (told) => {
      version = told;
    },
  });
  return {
    api,
    now,
    version: () => version,
    read: async () => withVersion(await store.read(), version),
    update: (change) =>
      store.update(ifStill(connection, (state) => change(withVersion(state, version)))),
  };
}

/** Every answer names the app's version; one that has changed means Beeper was updated. */
function withVersion(state: State, version: string | undefined): State {
  if (!version || version === state.status.version) return state;
  return { ...state, status: { ...state.status, version } };
}
