import { CompanionError, type ErrorCode, isUnreachable } from '@/lib/base/errors';
import { createOAuth } from '@/lib/beeper/oauth';
import { hurry, type OutboxEntry } from '@/lib/model/actions/outbox';
import type { Polled } from '@/lib/model/chats/merge';
import { accessOf } from '@/lib/model/connection/status';
import { dismissReminder } from '@/lib/worker/actions/apply-intents';
import { isBackingOff } from '@/lib/worker/core/problems';
import { type Deps, openSession, type Session } from '@/lib/worker/core/session';
import type { State } from '@/lib/worker/core/state';
import { storingTrouble, toleratingOne } from '@/lib/worker/core/tolerate';
import { writtenFirst } from '@/lib/worker/reminders/dismiss-on-incoming';
import { recheckUpcoming } from '@/lib/worker/reminders/recheck-upcoming';
import { refetchStale, continueFullSync } from './full-sync';
import { refetchMarked } from './live-events';
import { refetchMissing } from './missing';
import { identify, pollUnread, type PollScope } from './poll';
import { fillFirstPreviews } from './previews';

/** One poll: the inbox and the number are right when it resolves, or the trouble is stored. */
export async function pollOnce(deps: Deps, scope: PollScope): Promise<void> {
  const session = await openSession(deps);
  if (!session) return;
  const { status } = await session.read();
  if (isBackingOff(status, deps.now())) return;
  await storingTrouble(session, async () => {
    // None may mean that they are not there yet.
    if (!status.accountCount) await identify(session);
    const polled = await pollUnread(session, scope, status.trouble ? welcomeBack : undefined);
    await settleMissing(session, polled);
  });
}

/**
 * What can wait until the number is right: last messages, the full sync, answered reminders; and,
 * after a
 * poll, chats that have not been seen for long.
 */
export async function tidyUp(deps: Deps, { isPolled }: { isPolled: boolean }): Promise<void> {
  const session = await openSession(deps);
  if (!session || (await session.read()).status.trouble) return;
  await toleratingOne(session, () => learnAccess(deps, session));
  await toleratingOne(session, async () => {
    for (const reminder of await writtenFirst(session)) await dismissReminder(deps.store, reminder);
  });
  await toleratingOne(session, () => refetchMarked(session));
  await toleratingOne(session, () => recheckUpcoming(session));
  await toleratingOne(session, () => fillFirstPreviews(session));
  await toleratingOne(session, () => continueFullSync(session));
  if (isPolled) await toleratingOne(session, () => refetchStale(session));
}

/** What a pasted token may do, asked once; a Beeper that cannot tell is not asked again. */
async function learnAccess(deps: Deps, session: Session): Promise<void> {
  const { connection, status } = await deps.store.read();
  if (!connection || status.access) return;
  const scopes = await createOAuth(connection.baseUrl, deps)
    .scopes(connection.token)
    .catch(unlessPaused);
  if (scopes === 'paused') return;
  const access = scopes === undefined ? 'unknown' : accessOf(scopes);
  await session.update((state) => ({ ...state, status: { ...state.status, access } }));
}

function settleMissing(session: Session, polled: Polled): Promise<void> {
  return toleratingOne(session, () => refetchMissing(session, polled));
}

/** The number does not need to know: it is asked again after the next poll. */
function unlessPaused(error: unknown): 'paused' {
  if (error instanceof CompanionError && error.code === 'rateLimited') return 'paused';
  throw error;
}

/** Beeper is back: what waited for it goes at once. What it asked to wait for itself waits. */
function welcomeBack(state: State): State {
  return { ...state, outbox: hurry(state.outbox, waitsForBeeper) };
}

/** Where somebody else answered a write, reading may go well all the time: that waits its own time. */
const WAITS_ITSELF: ReadonlySet<ErrorCode> = new Set(['rateLimited', 'notBeeper']);

function waitsForBeeper({ state, error }: OutboxEntry): boolean {
  if (state !== 'queued' || error === undefined) return false;
  return isUnreachable(error) && !WAITS_ITSELF.has(error);
}
