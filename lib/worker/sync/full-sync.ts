import { forEachFew } from '@/lib/base/async';
import { type Page, PAGE_SIZE } from '@/lib/beeper/client';
import { dueWalk, isFirst, nextStep, type Walk } from '@/lib/model/chats/full-sync';
import { SEEN_PRECISION } from '@/lib/model/chats/merge';
import { isTrusted } from '@/lib/model/connection/poll-interval';
import type { Session } from '@/lib/worker/core/session';
import { readContext, type State } from '@/lib/worker/core/state';
import { absorb, identify, readAll } from './poll';
import { AT_ONCE, look } from './refetch';

/** A step of the slow check is over after so many chats. */
const CHATS_A_STEP = 100;

/** Goes on with the walk, if it is due. Asks the accounts anew at the start of each check. */
export async function walkOn(session: Session): Promise<void> {
  const { walk: current, status } = await session.read();
  const isLive = isTrusted(status, session.now());
  const walk = dueWalk(current, session.now(), { isLive });
  if (!walk) return;
  if (!current.box && !isFirst(current)) await identify(session);
  const most = isLive ? 1 : CHATS_A_STEP;
  await walkPages(session, { current, walk, ...(!isFirst(walk) && { most }) });
}

interface Way {
  /** As it is stored. */
  current: Walk;
  /** As it is to go on. */
  walk: Walk;
  /** It is over after so many chats; left out: at the end of the last list. */
  most?: number;
}

/**
 * Page after page, one request at a time. Nothing waits for the disk: pages that come while it
 * writes are written together, each with how far the walk has come.
 */
async function walkPages(session: Session, { current, walk, most }: Way): Promise<void> {
  const storing: Promise<unknown>[] = [];
  let [known, at, met] = [current, walk, 0];
  while (at.box && met < (most ?? Infinity)) {
    const asked = await askPage(session, at, most === undefined ? PAGE_SIZE : CHATS_A_STEP);
    // Another Beeper has been connected meanwhile, or the walk was begun anew.
    if ((await session.read()).walk !== known) break;
    const next = afterPage(at, asked.page, session.now());
    storing.push(takePage(session, { ...asked, walk: at, next }));
    met += asked.page.items.length;
    known = at = next;
  }
  await Promise.all(storing);
}

interface Asked {
  page: Page;
  requestedAt: number;
}

async function askPage(session: Session, walk: Walk, limit: number): Promise<Asked> {
  const requestedAt = session.now();
  const { box, cursor } = walk;
  const page = await session.api
    .searchChats({ ...(box && { inbox: box }), cursor, limit })
    .catch((error: unknown) => startListAnew(session, walk, error));
  return { page, requestedAt };
}

function afterPage(walk: Walk, page: Page, now: number): Walk {
  return nextStep(walk, page.items.length > 0 ? page.next : undefined, now);
}

interface Met extends Asked {
  walk: Walk;
  next: Walk;
}

function takePage(session: Session, { walk, page, requestedAt, next }: Met): Promise<State> {
  return session.update((state) => {
    const remotes = readAll(page.items, readContext(state), walk.box);
    return { ...absorb(state, remotes, { requestedAt }, session.now()), walk: next };
  });
}

/** A cursor kept over a restart may mean nothing any more: the list is begun again without it. */
async function startListAnew(session: Session, walk: Walk, error: unknown): Promise<never> {
  const { cursor, pages: _pages, ...rest } = walk;
  if (cursor !== undefined) await session.update((state) => ({ ...state, walk: rest }));
  throw error;
}

/** So many chats that a walk did not meet are looked at after each poll. */
const MOST_LOOKS = 20;

/** After a finished walk: chats it did not meet are looked at one by one, and may be gone. */
export async function lookAtUnseen(session: Session): Promise<void> {
  const { chats, walk } = await session.read();
  if (walk.box || walk.startedAt === undefined) return;
  const oldest = walk.startedAt - SEEN_PRECISION;
  const unseen = [...chats.values()].filter(({ seenAt }) => seenAt < oldest).slice(0, MOST_LOOKS);
  await forEachFew(unseen, AT_ONCE, ({ id }) => look(session, id));
}
