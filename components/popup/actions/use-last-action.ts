import { useEffect, useState } from 'preact/hooks';

import { type Act, idOf } from '@/lib/model/actions/action-log';
import { type History, REACH, undoable } from '@/lib/model/actions/history';
import { followItem } from '@/lib/storage/follow-item';
import { ITEMS } from '@/lib/storage/items';
import type { Acts } from './use-act';

let known: History = [];
/** Ids of acts that were found stored at some time. */
const seen = new Set<string>();

/** What can be taken back in this page, the newest last. */
export function undoableHere(stored: History, sent: readonly Act[]): Act[] {
  known = stored;
  for (const act of stored) seen.add(idOf(act) ?? '');
  return undoable({ stored, sent, seen }, performance.timeOrigin - REACH);
}

/** The act that undo would take back, if there is one. */
export function useLastAct({ sent }: Pick<Acts, 'sent'>): Act | undefined {
  const [stored, setStored] = useState(known);
  useEffect(() => followItem(ITEMS.history, setStored), []);
  return undoableHere(stored, sent).at(-1);
}
