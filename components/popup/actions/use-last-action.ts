import { useEffect, useState } from 'preact/hooks';

import type { Act } from '@/lib/model/actions/action-log';
import { followItem } from '@/lib/storage/follow-item';
import { ITEMS } from '@/lib/storage/items';
import { knownHistory, undoableHere } from './undoable';

/** The act that undo would take back, if there is one. */
export function useLastAct({ sent }: { sent: readonly Act[] }): Act | undefined {
  const [stored, setStored] = useState(knownHistory);
  useEffect(() => followItem(ITEMS.history, setStored), []);
  return undoableHere(stored, sent).at(-1);
}
