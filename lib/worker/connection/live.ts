import { rerunIfDirty } from '@/lib/base/async';
import { CompanionError } from '@/lib/base/errors';
import type { LiveEvents, SocketRequests } from '@/lib/beeper/live/events';
import { wantedSocket } from '@/lib/beeper/live/wanted-socket';
import type { SocketPlace } from '@/lib/browser/offscreen';
import { withLive } from '@/lib/model/connection/status';
import type { Handlers } from '@/lib/requests/bridge';
import type { Context } from '@/lib/worker/core/context';
import { type Deps, openSession } from '@/lib/worker/core/session';
import { features } from '@/lib/worker/core/state';
import { storingTrouble } from '@/lib/worker/core/tolerate';
import { needsVerification, verifyServer } from '@/lib/worker/core/verify';
import { applyLiveEvents } from '@/lib/worker/sync/live-events';
import type { ToldChats } from '@/lib/worker/sync/told-chats';

/** How the browser lets a handshake carry the token. */
export interface HandshakeHeader {
  letThrough(url: string, token: string): Promise<void>;
  withdraw(): Promise<void>;
}

export interface LiveParts {
  place: SocketPlace | undefined;
  header: HandshakeHeader;
}

export interface LiveJobs {
  told: ToldChats;
  pollAnew(): Promise<void>;
  /** Brings everything in line: what happened before the socket was open it does not tell. */
  reconcile(): Promise<void>;
  /** What can wait until nobody has told anything for a moment. */
  tidySoon(): void;
  /** One more look at each of these chats, a moment after its last event. */
  lookAgainSoon(chatIDs: readonly string[]): void;
}

export interface Live {
  /** Has a socket kept open where the state wants one, and nowhere else. */
  tend(): Promise<void>;
  /** The same address, another token: the old socket is of no use. */
  renew(): Promise<void>;
  handlers: Pick<Handlers, keyof SocketRequests>;
}

/**
 * The live socket, seen from the worker: when there is to be one, and what to do with its events.
 */
export function createLive(deps: Context, { place, header }: LiveParts, jobs: LiveJobs): Live {
  const { store, background } = deps;
  const setLive = (isLive: boolean) =>
    store.update((state) =>
      (state.status.isLive === true) === isLive
        ? state
        : { ...state, status: withLive(state.status, isLive) },
    );

  const tend = rerunIfDirty(async () => {
    if (!place) return;
    const wanted = wantedSocket(await store.read());
    const url = wanted && (await deps.isAllowed(wanted)) ? wanted : undefined;
    if ((await place.current()) === url) return;
    await setLive(false);
    if (url) await place.put(url);
    else await place.clear();
  });

  return {
    tend,
    renew: async () => {
      await place?.clear();
      await tend();
    },
    handlers: {
      socketOpening: async () => {
        const state = await store.read();
        const { connection } = state;
        const url = wantedSocket(state);
        if (!connection || !url) throw new CompanionError('notConnected');
        if (needsVerification(state.status, deps.now()))
          await verifyServer(connection.baseUrl, deps);
        await header.letThrough(url, connection.token);
      },
      socketOpened: async () => {
        await header.withdraw();
        const isWanted = wantedSocket(await store.read()) !== undefined;
        await setLive(isWanted);
        if (isWanted) background(jobs.reconcile());
      },
      socketClosed: async ({ wasOpen }) => {
        await header.withdraw();
        await setLive(false);
        // It went away with Beeper, most likely: that is to be seen at once.
        if (wasOpen) background(jobs.pollAnew());
      },
      liveEvents: async (events) => {
        jobs.told.remember(events.chats.map(({ chatID }) => chatID));
        await receiveLiveEvents(deps, events, jobs);
      },
      // To have been asked is all it takes.
      stay: () => Promise.resolve(),
    },
  };
}

async function receiveLiveEvents(
  deps: Deps,
  { chats, hasMissed }: LiveEvents,
  jobs: LiveJobs,
): Promise<void> {
  const session = await openSession(deps);
  if (!session) return;
  const { status } = await session.read();
  if (hasMissed) await jobs.pollAnew();
  // Chats of an older Beeper do not tell all of themselves: only the lists they are in do.
  if (status.trouble || !features({ status }).fullChats) return jobs.pollAnew();
  jobs.lookAgainSoon(chats.map(({ chatID }) => chatID));
  await storingTrouble(session, () => applyLiveEvents(session, chats));
  jobs.tidySoon();
}
