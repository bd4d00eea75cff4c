import { type Page, PAGE_SIZE } from '../api/client';
import { SEEN_PRECISION } from '../inbox';
import { forEachFew } from '../parallel';
import { isTrusted } from '../poll-interval';
import { dueWalk, isFirst, nextStep, type Walk } from '../walk';
import { AT_ONCE, look } from './look';
import { absorb, identify, readAll } from './poll';
import type { Session } from './session';
import { readContext } from './state';

/** A step of the slow check is over after so many chats. */
const CHATS_A_STEP = 100;

/** Goes on with the walk, if it is due. Asks the accounts anew at the start of each check. */
export async function walkOn(session: Session): Promise<void> {
  const { walk: current, status } = await session.read();
  const isLive = isTrusted(status, session.now());
  const walk = dueWalk(current, session.now(), { isLive });
  if (!walk) return;
  if (!current.box && !isFirst(current)) await identify(session);
  if (isFirst(walk)) await walkThrough(session, walk);
  else await walkSome(session, walk, isLive ? 1 : CHATS_A_STEP);
}

/** Page after page to the end, one request at a time: the next is under way while one is stored. */
async function walkThrough(session: Session, from: Walk): Promise<void> {
  let walk = from;
  let asked = askPage(session, walk, PAGE_SIZE);
  while (walk.box) {
    const { page, requestedAt } = await asked;
    const next = afterPage(walk, page, session.now());
    if (next.box) {
      asked = askPage(session, next, PAGE_SIZE);
      // It is awaited in the next round, if there is one.
      asked.catch(() => undefined);
    }
    if (!(await takePage(session, { walk, page, requestedAt, next }))) return;
    walk = next;
  }
}

/** Pages until so many chats were met, or all lists are through. */
async function walkSome(session: Session, from: Walk, chats: number): Promise<void> {
  let walk = from;
  for (let met = 0; walk.box && met < chats;) {
    const { page, requestedAt } = await askPage(session, walk, CHATS_A_STEP);
    const next = afterPage(walk, page, session.now());
    if (!(await takePage(session, { walk, page, requestedAt, next }))) return;
    met += page.items.length;
    walk = next;
  }
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

/** @returns whether it was this walk's: another Beeper may have been connected meanwhile. */
async function takePage(
  session: Session,
  { walk, page, requestedAt, next }: Met,
): Promise<boolean> {
  let isOurs = false;
  await session.update((state) => {
    isOurs = true;
    const remotes = readAll(page.items, readContext(state), walk.box);
    return { ...absorb(state, remotes, { requestedAt }, session.now()), walk: next };
  });
  return isOurs;
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
