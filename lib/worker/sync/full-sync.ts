import { forEachLimited } from '@/lib/base/async';
import { type Page, PAGE_SIZE } from '@/lib/beeper/client';
import { dueFullSync, isFirst, nextStep, type FullSync } from '@/lib/model/chats/full-sync';
import { SEEN_PRECISION } from '@/lib/model/chats/merge';
import { isTrusted } from '@/lib/model/connection/poll-interval';
import type { Session } from '@/lib/worker/core/session';
import { readContext, type State } from '@/lib/worker/core/state';
import { mergeIntoState, identify, readAll } from './poll';
import { AT_ONCE, look } from './refetch';

/** A step of the slow check is over after so many chats. */
const CHATS_A_STEP = 100;

/** Goes on with the full sync, if it is due. Asks the accounts anew at the start of each check. */
export async function continueFullSync(session: Session): Promise<void> {
  const { fullSync: current, status } = await session.read();
  const isLive = isTrusted(status, session.now());
  const fullSync = dueFullSync(current, session.now(), { isLive });
  if (!fullSync) return;
  if (!current.box && !isFirst(current)) await identify(session);
  const most = isLive ? 1 : CHATS_A_STEP;
  await fullSyncPages(session, { current, fullSync, ...(!isFirst(fullSync) && { most }) });
}

interface Way {
  /** As it is stored. */
  current: FullSync;
  /** As it is to go on. */
  fullSync: FullSync;
  /** It is over after so many chats; left out: at the end of the last list. */
  most?: number;
}

/**
 * Page after page, one request at a time. Nothing waits for the disk: pages that come while it
 * writes are written together, each with how far the full sync has come.
 */
async function fullSyncPages(session: Session, { current, fullSync, most }: Way): Promise<void> {
  const storing: Promise<unknown>[] = [];
  let [known, at, met] = [current, fullSync, 0];
  while (at.box && met < (most ?? Infinity)) {
    const asked = await askPage(session, at, most === undefined ? PAGE_SIZE : CHATS_A_STEP);
    // Another Beeper has been connected meanwhile, or the full sync was begun anew.
    if ((await session.read()).fullSync !== known) break;
    const next = afterPage(at, asked.page, session.now());
    storing.push(takePage(session, { ...asked, fullSync: at, next }));
    met += asked.page.items.length;
    known = at = next;
  }
  await Promise.all(storing);
}

interface PageRequest {
  page: Page;
  requestedAt: number;
}

async function askPage(session: Session, fullSync: FullSync, limit: number): Promise<PageRequest> {
  const requestedAt = session.moment();
  const { box, cursor } = fullSync;
  const page = await session.api
    .searchChats({ ...(box && { inbox: box }), cursor, limit })
    .catch((error: unknown) => startListAnew(session, fullSync, error));
  return { page, requestedAt };
}

function afterPage(fullSync: FullSync, page: Page, now: number): FullSync {
  return nextStep(fullSync, page.items.length > 0 ? page.next : undefined, now);
}

interface Met extends PageRequest {
  fullSync: FullSync;
  next: FullSync;
}

function takePage(session: Session, { fullSync, page, requestedAt, next }: Met): Promise<State> {
  return session.update((state) => {
    const remotes = readAll(page.items, readContext(state), fullSync.box);
    return { ...mergeIntoState(state, remotes, { requestedAt }, session.now()), fullSync: next };
  });
}

/** A cursor kept over a restart may mean nothing any more: the list is begun again without it. */
async function startListAnew(session: Session, fullSync: FullSync, error: unknown): Promise<never> {
  const { cursor, pages: _pages, ...rest } = fullSync;
  if (cursor !== undefined) await session.update((state) => ({ ...state, fullSync: rest }));
  throw error;
}

/** So many chats that a full sync did not meet are looked at after each poll. */
const MOST_LOOKS = 20;

/** After a finished full sync: chats it did not meet are looked at one by one, and may be gone. */
export async function refetchStale(session: Session): Promise<void> {
  const { chats, fullSync } = await session.read();
  if (fullSync.box || fullSync.startedAt === undefined) return;
  const oldest = fullSync.startedAt - SEEN_PRECISION;
  const stale = [...chats.values()].filter(({ seenAt }) => seenAt < oldest).slice(0, MOST_LOOKS);
  await forEachLimited(stale, AT_ONCE, ({ id }) => look(session, id, { ifUnanswered: 'seen' }));
}
