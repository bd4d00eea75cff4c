import { type Act, idOf } from '@/lib/model/actions/action-log';
import { type History, REACH, undoable } from '@/lib/model/actions/history';

let known: History = [];
/** Ids of acts that were found stored at some time. */
const seen = new Set<string>();

/** What can be taken back in this page, the newest last. */
export function undoableHere(stored: History, sent: readonly Act[]): Act[] {
  known = stored;
  for (const act of stored) seen.add(idOf(act) ?? '');
  return undoable({ stored, sent, seen }, performance.timeOrigin - REACH);
}

/** The history as it was last read. */
export function knownHistory(): History {
  return known;
}
