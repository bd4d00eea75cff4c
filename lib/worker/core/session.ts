import { once } from '@/lib/base/async';
import { CompanionError } from '@/lib/base/errors';
import type { Clock } from '@/lib/base/time';
import { type BeeperApi, createBeeperApi } from '@/lib/beeper/client';
import type { Connection } from '@/lib/model/connection/connection';
import { recordNewMessages } from './record-new-messages';
import { ifStill, type State } from './state';
import type { Store } from './store';
import type { Environment } from './environment';
import { needsVerification, verifyServer } from './verify';

export interface Deps extends Environment {
  store: Store;
  /** Which came first, a request or an answer, can be told even within a millisecond, ms. */
  moment: Clock;
}

/** A piece of work with one Beeper. Its changes count only while that one is still connected. */
export interface Session {
  api: BeeperApi;
  now: Clock;
  /** For when requests leave and answers come, as in `Deps`. */
  moment: Clock;
  /** The app's version, if an answer has named it. */
  version(): string | undefined;
  /** @throws CompanionError where it is not Beeper who answers */
  verify(): Promise<void>;
  read(): Promise<State>;
  update(change: (state: State) => State): Promise<State>;
}

/** `undefined` while no Beeper is connected. */
export async function openSession(deps: Deps): Promise<Session | undefined> {
  const { connection } = await deps.store.read();
  return connection ? sessionWith(connection, deps) : undefined;
}

/** For what a person waits for. @throws CompanionError `notConnected` */
export async function demandSession(deps: Deps): Promise<Session> {
  const session = await openSession(deps);
  if (!session) throw new CompanionError('notConnected');
  return session;
}

/** @param isNew nothing has shown yet that it is Beeper who answers there. */
export function sessionWith(connection: Connection, deps: Deps, isNew = false): Session {
  const { now, moment, store } = deps;
  let version: string | undefined;
  const met = once(async () => {
    const { status } = await store.read();
    if (isNew || needsVerification(status, now())) await verifyServer(connection.baseUrl, deps);
  });
  const api = createBeeperApi(connection, {
    ...deps,
    before: met,
    onVersion: (told) => {
      // A server that repeats what it was shown must not have it shown to others.
      if (told !== connection.token) version = told;
    },
  });
  return {
    api,
    now,
    moment,
    version: () => version,
    verify: () => verifyServer(connection.baseUrl, deps),
    read: async () => withVersion(await store.read(), version),
    update: (change) =>
      store.update(
        ifStill(connection, (state) => {
          const before = withVersion(state, version);
          return recordNewMessages(before, change(before), now());
        }),
      ),
  };
}

/** Every answer names the app's version; one that has changed means Beeper was updated. */
function withVersion(state: State, version: string | undefined): State {
  if (!version || version === state.status.version) return state;
  return { ...state, status: { ...state.status, version } };
}
