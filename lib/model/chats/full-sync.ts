import { readCount, readMoment, readObject, readOneOf, readText } from '@/lib/base/parse';
import { HOUR, MINUTE } from '@/lib/base/time';
import { BOXES, type Box } from './chat';

/**
 * The full sync through all chats, list by list and page by page. It finds what polling cannot see:
 * quiet chats, the archive, reminders set in Beeper. It is stored after every page, so a worker
 * that dies goes on where it was. The first is done in one go; after it the same way is gone again
 * and again as a slow check, which mends what polls and live events have missed.
 */
export interface FullSync {
  /** The list it is in; left out between two full syncs. */
  box?: Box;
  cursor?: string;
  /** Pages read of the list it is in. */
  pages?: number;
  /** ms */
  startedAt?: number;
  /** When its last page was read, ms. */
  steppedAt?: number;
  /** When all chats had been met, the last time, ms. */
  finishedAt?: number;
}

export const FRESH_FULL_SYNC: FullSync = {};

/** Not every chat has been met yet: nothing is spared until it has. */
export function isFirst({ finishedAt }: FullSync): boolean {
  return finishedAt === undefined;
}

/**
 * Between two steps of the check, however many chats there are: what a poll costs must not grow
 * with them. Live, a step is a page an hour, and most of the time nothing needs mending.
 */
const STEP = { polling: 5 * MINUTE, live: HOUR };

/** The full sync to go on with now, or `undefined` when no step is due. */
export function dueFullSync(
  fullSync: FullSync,
  now: number,
  { isLive }: { isLive: boolean },
): FullSync | undefined {
  const { box, steppedAt = fullSync.finishedAt ?? 0 } = fullSync;
  const isDue = isFirst(fullSync) || Math.abs(now - steppedAt) >= STEP[isLive ? 'live' : 'polling'];
  if (!isDue) return undefined;
  return box ? fullSync : { ...fullSync, box: BOXES[0], startedAt: now };
}

/** A guard against servers whose pages never end: 100,000 chats in one list. */
const MOST_PAGES = 500;

/** The full sync after a page of it: on to the next page, the next list, or done. */
export function nextStep(fullSync: FullSync, next: string | undefined, now: number): FullSync {
  const { cursor, pages = 0, box, ...rest } = { ...fullSync, steppedAt: now };
  if (box && next !== undefined && next !== cursor && pages < MOST_PAGES) {
    return { ...rest, box, cursor: next, pages: pages + 1 };
  }
  const nextBox = box && BOXES[BOXES.indexOf(box) + 1];
  return nextBox ? { ...rest, box: nextBox } : { ...rest, finishedAt: now };
}

export function readFullSync(value: unknown): FullSync | undefined {
  const raw = readObject(value);
  if (!raw) return undefined;
  const box = readOneOf<Box>(raw.box, BOXES);
  const cursor = readText(raw.cursor);
  const pages = readCount(raw.pages);
  const startedAt = readMoment(raw.startedAt);
  const steppedAt = readMoment(raw.steppedAt);
  const finishedAt = readMoment(raw.finishedAt);
  return {
    ...(box && { box }),
    ...(cursor && { cursor }),
    ...(pages !== undefined && { pages }),
    ...(startedAt !== undefined && { startedAt }),
    ...(steppedAt !== undefined && { steppedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
  };
}
