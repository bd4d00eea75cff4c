import { forEachLimited } from '@/lib/base/async';
import { pollInterval } from '@/lib/model/connection/poll-interval';
import type { Session } from '@/lib/worker/core/session';
import { AT_ONCE, look } from '@/lib/worker/sync/refetch';

const MOST_LOOKS = 20;

/** Reminders about to ring are looked at once more: moved or cleared in Beeper since? */
export async function recheckUpcoming(session: Session): Promise<void> {
  const { reminders, chats, status, settings } = await session.read();
  const now = session.now();
  // Two polls, and some.
  const soon = now + 2.5 * pollInterval({ status, settings }, now);
  const next = Object.values(reminders).filter(
    ({ bell, kept, at }) => bell === 'set' && kept === 'seen' && at > now && at < soon,
  );
  const known = next.filter(({ chatID }) => chats.has(chatID)).slice(0, MOST_LOOKS);
  await forEachLimited(known, AT_ONCE, ({ chatID }) => look(session, chatID));
}
