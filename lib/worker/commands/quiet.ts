import type { QuietWish } from '@/lib/model/quiet/override';
import { pauseFor, quietEndsAt, quietOffers } from '@/lib/model/quiet/schedule';
import type { Context } from '@/lib/worker/core/context';
import { quietness, type State, withHeldBack } from '@/lib/worker/core/state';

/** @param turn is called when quiet has begun or is over. */
export function quietCommands({ store, now, background }: Context, turn: () => Promise<void>) {
  const setQuiet = async ({ wish }: { wish: QuietWish }): Promise<void> => {
    await store.update((state) => ({
      ...withHeldBack(state, now()),
      pause: pauseFor(wish, quietness(state), { now: now(), hours: state.settings.reminders }),
    }));
    background(turn());
  };
  /** For a menu, which may have been drawn a while ago. */
  const setQuietIfPossible = async (wish: QuietWish): Promise<void> => {
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
function possible(wish: QuietWish, { settings }: State, now: number): QuietWish {
  const isOffered = quietOffers(now, settings.reminders).some((offer) => offer.wish === wish);
  return wish === 'over' || isOffered ? wish : 'hour';
}
