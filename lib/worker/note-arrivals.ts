import { noteArrivals } from '../arrivals';
import { isQuiet } from '../quiet';
import { quietness, type State } from './state';

/** What Beeper has said changed the chats: who has written is noted in the same change. */
export function withArrivals(before: State, after: State, now: number): State {
  const arrivals = noteArrivals(after.arrivals, {
    before: before.chats,
    after: after.chats,
    settings: after.settings.notify,
    isQuiet: isQuiet(quietness(after), now),
    syncedAt: before.status.syncedAt,
    now,
  });
  return arrivals === after.arrivals ? after : { ...after, arrivals };
}
