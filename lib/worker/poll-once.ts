import { createOAuth } from '../api/oauth';
import { CompanionError, isUnreachable } from '../errors';
import type { Polled } from '../inbox';
import { warn } from '../log';
import { hurry, type OutboxEntry } from '../outbox';
import { accessOf, type Status } from '../status';
import {
  fillFirstPreviews,
  lookAtNextBells,
  lookAtUnseen,
  lookAtVanished,
  walkOn,
} from './follow-up';
import { dismissReminder } from './intend';
import { identify, pollNews } from './poll';
import { type Deps, openSession, type Session } from './session';
import type { State } from './state';
import { LONGEST_PAUSE, troubled } from './trouble';
import { writtenFirst } from './wrote-first';

/** One poll: the inbox and the number are right when it resolves, or the trouble is stored. */
export async function pollOnce(deps: Deps): Promise<void> {
  const session = await openSession(deps);
  if (!session) return;
  const { status } = await session.read();
  if (isPaused(status, deps.now())) return;
  await storingTrouble(session, async () => {
    // None may mean that they are not there yet.
    if (!status.accountCount) await identify(session);
    const polled = await pollNews(session, status.trouble ? welcomeBack : undefined);
    await settleVanished(session, polled);
  });
}

/** A pause longer than any we keep means that the clock was put back. */
function isPaused({ pausedUntil = 0 }: Status, now: number): boolean {
  return pausedUntil > now && pausedUntil - now <= LONGEST_PAUSE;
}

/** What can wait until the number is right: last messages, the walk, answered reminders. */
export async function tidyUp(deps: Deps): Promise<void> {
  const session = await openSession(deps);
  if (!session || (await session.read()).status.trouble) return;
  await toleratingOne(session, () => learnAccess(deps, session));
  await toleratingOne(session, async () => {
    for (const reminder of await writtenFirst(session)) await dismissReminder(deps.store, reminder);
  });
  await toleratingOne(session, () => lookAtNextBells(session));
  await toleratingOne(session, () => fillFirstPreviews(session));
  await toleratingOne(session, () => walkOn(session));
  await toleratingOne(session, () => lookAtUnseen(session));
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

function settleVanished(session: Session, polled: Polled): Promise<void> {
  return toleratingOne(session, () => lookAtVanished(session, polled));
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

function waitsForBeeper({ state, error }: OutboxEntry): boolean {
  return (
    state === 'queued' && error !== undefined && error !== 'rateLimited' && isUnreachable(error)
  );
}

async function storingTrouble(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CompanionError)) throw error;
    await storeTrouble(session, error);
  }
}

/** A side task that fails is tried again after the next poll; only a lost Beeper is trouble. */
async function toleratingOne(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CompanionError)) throw error;
    if (isUnreachable(error.code)) await storeTrouble(session, error);
    else warn(`left for the next poll: ${error.code}`, error);
  }
}

async function storeTrouble(session: Session, error: CompanionError): Promise<void> {
  await session.update((state) => troubled(state, error, 'poll', session.now()));
}
