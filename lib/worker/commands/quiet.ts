import type { QuietDuration } from '@/lib/model/quiet/override';
import { overrideFor, quietEndsAt, quietOffers } from '@/lib/model/quiet/schedule';
import type { Context } from '@/lib/worker/core/context';
import { quietness, type State, withDeferred } from '@/lib/worker/core/state';

/** @param turn is called when quiet has begun or is over. */
export function quietCommands({ store, now, background }: Context, turn: () => Promise<void>) {
  const setQuiet = async ({ wish }: { wish: QuietDuration }): Promise<void> => {
    await store.update((state) => ({
      ...withDeferred(state, now()),
      pause: overrideFor(wish, quietness(state), { now: now(), hours: state.settings.reminders }),
    }));
    background(turn());
  };
  /** For a menu, which may have been drawn a while ago. */
  const setQuietIfPossible = async (wish: QuietDuration): Promise<void> => {
    await setQuiet({ wish: possible(wish, await store.read(), now()) });
  };
  return {
    setQuiet,
    setQuietIfPossible,
    /** An hour of quiet, or the end of it. */
    toggleQuiet: async (): Promise<void> => {
      const isQuiet = quietEndsAt(quietness(await store.read()), now()) !== undefined;
      await setQuietIfPossible(isQuiet ? 'over' : 'hour');
    },
  };
}

/** A menu may offer the evening a while longer than there is one ahead: an hour is near enough. */
function possible(wish: QuietDuration, { settings }: State, now: number): QuietDuration {
  const isOffered = quietOffers(now, settings.reminders).some((offer) => offer.wish === wish);
  return wish === 'over' || isOffered ? wish : 'hour';
}
