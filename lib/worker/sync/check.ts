import { SECOND } from '@/lib/base/time';
import { changedUntold } from '@/lib/beeper/live/missed';
import { isFirst } from '@/lib/model/chats/full-sync';
import type { Deps } from '@/lib/worker/core/session';
import { isWorthWhole } from './poll';
import { pollOnce } from './poll-once';

/** What a poll brings may be told over the socket just after. */
export const GRACE = 2 * SECOND;

/**
 * A poll that is only a safety net, while Beeper tells by itself what happens: it asks for little.
 *
 * @param isWhole all that is unread is looked through, if that is not too much
 * @returns chats that it found changed and that the socket had not told of
 */
export async function checkOnce(
  deps: Deps,
  { withNewest, isWhole }: { withNewest: boolean; isWhole: boolean },
): Promise<string[]> {
  const since = deps.now();
  const before = await deps.store.read();
  const unread = isWhole && isWorthWhole(before.chats) ? 'all' : 'newest';
  await pollOnce(deps, { unread, withNewest });
  const { chats, status } = await deps.store.read();
  // The first full sync meets chats of which nobody need have told anything.
  if (!status.isLive || isFirst(before.fullSync)) return [];
  return changedUntold(before.chats, chats, since);
}

/** The socket did not tell of it: it is not relied on for a while. */
export async function noteMissed({ store, now }: Deps): Promise<void> {
  await store.update((state) => ({ ...state, status: { ...state.status, missedAt: now() } }));
}
