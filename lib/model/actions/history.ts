import { MINUTE } from '@/lib/base/time';
import { type Act, idOf } from './action-log';

/** An act as the worker keeps it: it can be taken back after the page it was done in is gone. */
export interface PastAct extends Act {
  /** When it was taken in, ms. */
  at: number;
}

/** What was done lately and not taken back, the newest last. */
export type History = readonly PastAct[];

/** Of all acts together; the newest is kept whatever its size. */
const MOST_STEPS = 1000;
/** The same with those alone that undo reaches in every page: they are to be there whole. */
const MOST_STEPS_IN_REACH = 20_000;

export function withAct(history: History, act: PastAct): History {
  if (act.steps.length === 0) return history;
  const kept: PastAct[] = [act];
  let steps = act.steps.length;
  for (const older of history.toReversed()) {
    const isInReach = older.at > act.at - REACH;
    steps += older.steps.length;
    if (steps > (isInReach ? MOST_STEPS_IN_REACH : MOST_STEPS)) break;
    kept.unshift(older);
  }
  return kept;
}

export function withoutAct(history: History, id: string): History {
  const kept = history.filter((act) => idOf(act) !== id);
  return kept.length < history.length ? kept : history;
}

/**
 * Undo reaches so far back before a page was opened, and to all that was done since: long enough to
 * have closed the popup, looked at something and thought better of it; short enough that a stray key
 * never takes back what nobody remembers having done.
 */
export const REACH = 10 * MINUTE;

/** What a page has done and not taken back. */
export function standing(sent: readonly Act[]): Act[] {
  const taken = undone(sent);
  return sent.filter((act) => !act.undoes && !taken.has(idOf(act)));
}

function undone(sent: readonly Act[]): ReadonlySet<string | undefined> {
  return new Set(sent.map(({ undoes }) => undoes && idOf(undoes)));
}

export interface Known {
  stored: History;
  /** What this page has done, undos among it; the worker may not have stored it yet. */
  sent: readonly Act[];
  /** Ids of acts that this page has found stored at some time. */
  seen: ReadonlySet<string>;
}

/** What can be taken back, the newest last; of what was stored, what was done after a moment, ms. */
export function undoable({ stored, sent, seen }: Known, since: number): Act[] {
  const taken = undone(sent);
  const past = stored.filter(({ at }) => at > since);
  const unstored = sent.filter((act) => !act.undoes && !seen.has(idOf(act) ?? ''));
  const acts = [...past, ...unstored].filter((act) => !taken.has(idOf(act)));
  return inOrderOf(sent, acts);
}

/**
 * With this page's acts in the order they were done in: one that a stopped worker swallowed is asked
 * again, and is then stored after those that came later.
 */
function inOrderOf(sent: readonly Act[], acts: readonly Act[]): Act[] {
  const places = new Map(sent.map((act, index) => [idOf(act), index]));
  const placeOf = (act: Act) => places.get(idOf(act)) ?? -1;
  const isOwn = (act: Act) => placeOf(act) >= 0;
  const own = acts.filter(isOwn).toSorted((a, b) => placeOf(a) - placeOf(b));
  return acts.map((act) => (isOwn(act) ? (own.shift() ?? act) : act));
}
