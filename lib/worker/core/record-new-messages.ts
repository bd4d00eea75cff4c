import { lookedAfter } from '@/lib/model/chats/baseline';
import { noteArrivals } from '@/lib/model/notifications/new-messages';
import { isQuiet } from '@/lib/model/quiet/schedule';
import { quietness, type State } from './state';

/** What Beeper has said changed the chats: what follows from it is noted in the same change. */
export function withHeard(before: State, after: State, now: number): State {
  const arrivals = arrivalsAfter(before, after, now);
  const looked = after.looked && lookedAfter(after.looked, before.chats, after.chats);
  if (arrivals === after.arrivals && looked === after.looked) return after;
  return { ...after, arrivals, looked };
}

function arrivalsAfter(before: State, after: State, now: number): State['arrivals'] {
  return noteArrivals(after.arrivals, {
    before: before.chats,
    after: after.chats,
    settings: after.settings.notify,
    isQuiet: isQuiet(quietness(after), now),
    syncedAt: before.status.syncedAt,
    now,
  });
}
