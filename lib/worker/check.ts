import { changedUntold } from '../live/missed';
import { SECOND } from '../time';
import { isFirst } from '../walk';
import { pollOnce } from './poll-once';
import type { Deps } from './session';

/** What a poll brings may be told over the socket just after. */
export const GRACE = 2 * SECOND;

/**
 * A poll that is only a safety net, while Beeper tells by itself what happens: it asks for little.
 *
 * @returns chats of which it brought news that nobody had told
 */
export async function checkOnce(
  deps: Deps,
  { withNewest }: { withNewest: boolean },
): Promise<string[]> {
  const since = deps.now();
  const before = await deps.store.read();
  await pollOnce(deps, { unread: 'newest', withNewest });
  const { chats, status } = await deps.store.read();
  // The first walk meets chats of which nobody need have told anything.
  if (!status.isLive || isFirst(before.walk)) return [];
  return changedUntold(before.chats, chats, since);
}

/** The socket did not tell of it: it is not relied on for a while. */
export async function noteMissed({ store, now }: Deps): Promise<void> {
  await store.update((state) => ({ ...state, status: { ...state.status, missedAt: now() } }));
}
