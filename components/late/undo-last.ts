import type { Act } from '../../lib/act-log';
import type { Snapshot } from '../../lib/rows';
import { followPage } from '../../lib/store/follow-page';
import { HISTORY } from '../../lib/store/history-item';
import { loadItem } from '../../lib/store/local';
import { undoingAct } from '../../lib/undo';
import { undoableHere } from './use-last-act';

/** What the page knows, each time it is asked. */
interface Page {
  sent(): readonly Act[];
  /** `undefined` until it has been read. */
  wanted(): Snapshot | undefined;
}

/**
 * Takes back the last act of all that can be taken back. From picking it to sending nothing is waited
 * for: another press meanwhile would pick the same.
 */
export async function undoLast(
  { sent, wanted }: Page,
  send: (act: Act, givenUp: readonly string[]) => void,
): Promise<void> {
  const stored = await loadItem(HISTORY);
  const now = wanted() ?? (await firstSnapshot());
  const last = undoableHere(stored, sent()).at(-1);
  if (!last) return;
  const { act, givenUp } = undoingAct(crypto.randomUUID(), last, wanted() ?? now);
  send(act, givenUp);
}

function firstSnapshot(): Promise<Snapshot> {
  return new Promise((resolve) => {
    const stop = followPage((snapshot) => {
      stop();
      resolve(snapshot);
    });
  });
}
