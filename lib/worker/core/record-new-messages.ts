import { lookedAfter } from '@/lib/model/chats/baseline';
import { noteIncoming } from '@/lib/model/notifications/new-messages';
import { isQuiet } from '@/lib/model/quiet/schedule';
import { quietness, type State } from './state';

/** What Beeper has said changed the chats: what follows from it is noted in the same change. */
export function recordNewMessages(before: State, after: State, now: number): State {
  const incomingMessages = incomingAfter(before, after, now);
  const baseline = after.baseline && lookedAfter(after.baseline, before.chats, after.chats);
  if (incomingMessages === after.incomingMessages && baseline === after.baseline) return after;
  return { ...after, incomingMessages, baseline };
}

function incomingAfter(before: State, after: State, now: number): State['incomingMessages'] {
  return noteIncoming(after.incomingMessages, {
    before: before.chats,
    after: after.chats,
    settings: after.settings.notify,
    isQuiet: isQuiet(quietness(after), now),
    syncedAt: before.status.syncedAt,
    now,
  });
}
