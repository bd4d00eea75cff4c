import type { SingleFlight } from '@/lib/base/async';
import { SECOND } from '@/lib/base/time';
import { hurry } from '@/lib/model/actions/outbox';
import { isTrusted } from '@/lib/model/connection/poll-interval';
import { withoutBackOff } from '@/lib/model/connection/status';
import type { Context } from '@/lib/worker/core/context';

/** A poll that ended less than this ago is as good as a new one, ms. */
const FRESH = SECOND / 2;
/** While Beeper tells by itself what happens. */
const FRESH_LIVE = 30 * SECOND;

export interface Refreshing {
  poll: SingleFlight<void>;
  /** A poll for somebody who looks at the list. */
  pollSeen(): Promise<void>;
  /** Sends what the outbox holds. */
  push(): Promise<void>;
}

/** Asking Beeper for what is new, because somebody looks or presses a button. */
export function refreshCommands(
  { store, now, background }: Context,
  { poll, pollSeen, push }: Refreshing,
) {
  const refreshUnless = async (freshFor: number) => {
    const { status } = await store.read();
    // Either way round: after the clock was put back, nothing is fresh.
    const isFresh = !status.trouble && Math.abs(now() - (status.syncedAt ?? 0)) < freshFor;
    if (!isFresh) await pollSeen();
  };
  return {
    refresh: (): Promise<void> => refreshUnless(FRESH),
    keepFresh: async (): Promise<void> => {
      const { status } = await store.read();
      await refreshUnless(isTrusted(status, now()) ? FRESH_LIVE : FRESH);
      // What waits to be tried again need not wait for an alarm while somebody looks.
      background(push());
    },
    tryAgain: async (): Promise<void> => {
      await store.update((state) => ({
        ...state,
        status: withoutBackOff(state.status),
        outbox: hurry(state.outbox, ({ state: at }) => at === 'queued'),
      }));
      await poll.anew();
    },
  };
}
