import { BOXES, type Box } from './chat';
import { readCount, readMoment, readObject, readOneOf, readText } from './read';
import { HOUR, MINUTE } from './time';

/**
 * The walk through all chats, list by list and page by page. It finds what polling cannot see:
 * quiet chats, the archive, reminders set in Beeper. It is stored after every page, so a worker
 * that dies goes on where it was.
 */
export interface Walk {
  /** The list it is in; left out when it is not under way. */
  box?: Box;
  cursor?: string;
  /** Pages read of the list it is in. */
  pages?: number;
  /** ms */
  startedAt?: number;
  finishedAt?: number;
}

export const FRESH_WALK: Walk = {};

/** A finished walk is repeated to mend what polling missed: the sooner, the shorter it is. */
function repeatAfter(chatCount: number): number {
  const pages = chatCount / 200;
  return Math.min(Math.max(5 * MINUTE, pages * MINUTE), HOUR);
}

/** The walk to go on with now, or `undefined` when none is due. */
export function dueWalk(walk: Walk, chatCount: number, now: number): Walk | undefined {
  if (walk.box) return walk;
  const age = walk.finishedAt === undefined ? Infinity : Math.abs(now - walk.finishedAt);
  const isFresh = age < repeatAfter(chatCount);
  return isFresh ? undefined : { box: BOXES[0], startedAt: now };
}

/** A guard against servers whose pages never end: 100,000 chats in one list. */
const MOST_PAGES = 500;

/** The walk after a page of it: on to the next page, the next list, or done. */
export function nextStep(walk: Walk, next: string | undefined, now: number): Walk {
  const { cursor, pages = 0, ...rest } = walk;
  if (next !== undefined && next !== cursor && pages < MOST_PAGES) {
    return { ...rest, cursor: next, pages: pages + 1 };
  }
  const box = walk.box && BOXES[BOXES.indexOf(walk.box) + 1];
  const startedAt = walk.startedAt ?? now;
  return box ? { ...rest, box } : { startedAt, finishedAt: now };
}

export function readWalk(value: unknown): Walk | undefined {
  const raw = readObject(value);
  if (!raw) return undefined;
  const box = readOneOf<Box>(raw.box, BOXES);
  const cursor = readText(raw.cursor);
  const pages = readCount(raw.pages);
  const startedAt = readMoment(raw.startedAt);
  const finishedAt = readMoment(raw.finishedAt);
  return {
    ...(box && { box }),
    ...(cursor && { cursor }),
    ...(pages !== undefined && { pages }),
    ...(startedAt !== undefined && { startedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
  };
}
