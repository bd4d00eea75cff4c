import { forEachLimited } from '@/lib/base/async';
import { pollInterval } from '@/lib/model/connection/poll-interval';
import { hasRung, type Reminder } from '@/lib/model/reminders/reminder';
import type { Session } from '@/lib/worker/core/session';
import { AT_ONCE, look, refresh, unlessBroken } from '@/lib/worker/sync/refetch';

const MOST_LOOKS = 20;

/** Reminders about to ring are looked at once more: moved or cleared in Beeper since? */
export async function recheckUpcoming(session: Session): Promise<void> {
  const { status, settings } = await session.read();
  // Two polls, and some.
  await recheckWithin(session, 2.5 * pollInterval({ status, settings }, session.now()));
}

/** The same for those that ring within so many ms. */
export async function recheckWithin(session: Session, ms: number): Promise<void> {
  const { reminders, chats } = await session.read();
  const now = session.now();
  const next = Object.values(reminders).filter(
    ({ bell, kept, at }) => bell === 'set' && kept === 'seen' && at > now && at < now + ms,
  );
  const known = next.filter(({ chatID }) => chats.has(chatID)).slice(0, MOST_LOOKS);
  await forEachLimited(known, AT_ONCE, ({ chatID }) => look(session, chatID));
}

/** At the moment itself: one that was moved does not ring now. Where nothing is told, it rings. */
export async function recheckDue(session: Session, due: readonly Reminder[]): Promise<void> {
  const atBeeper = due.filter((reminder) => reminder.kept === 'seen' && !hasRung(reminder));
  await forEachLimited(atBeeper, AT_ONCE, async ({ chatID }) => {
    await refresh(session, chatID).catch(unlessBroken);
  });
}
