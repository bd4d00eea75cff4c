import { forEachLimited } from '@/lib/base/async';
import { type Polled, takeForRead, missingFromUnread } from '@/lib/model/chats/merge';
import type { Session } from '@/lib/worker/core/session';
import { AT_ONCE, look } from './refetch';

/** More vanished at once is somebody marking all as read: not worth asking after each. */
const MOST_LOOKS = 20;

/** Asks after chats that are no longer among the unread ones: read, archived, or gone? */
export async function refetchMissing(session: Session, polled: Polled): Promise<void> {
  const missing = missingFromUnread((await session.read()).chats, polled);
  const asked = missing.slice(0, MOST_LOOKS);
  const rest = missing.slice(MOST_LOOKS);
  if (rest.length > 0) {
    await session.update((state) => ({ ...state, chats: takeForRead(state.chats, rest) }));
  }
  await forEachLimited(asked, AT_ONCE, ({ id }) => look(session, id, { ifUnanswered: 'read' }));
}
