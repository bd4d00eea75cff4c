import { type Act, idOf, withActs } from '@/lib/model/actions/action-log';
import { standing } from '@/lib/model/actions/history';
import { undoingAct } from '@/lib/model/actions/undo';
import type { Snapshot } from '@/lib/model/chats/rows';
import { ask } from '@/lib/requests/bridge';
import { followSnapshot } from '@/lib/storage/follow';
import { ITEMS, PAGE_ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import { undoableHere } from './undoable';

/** What the page knows, each time it is asked, and how it acts. */
interface Page {
  sent(): readonly Act[];
  /** `undefined` until it has been read. */
  wanted(): Snapshot | undefined;
  send(act: Act): void;
}

/**
 * Takes back this page's acts with these ids, the last one first; without ids the last act of all
 * that can be taken back. From picking to sending nothing is waited for: another press meanwhile
 * would pick the same.
 */
export async function undoBatches(
  { sent, wanted, send }: Page,
  ids: readonly string[] | undefined,
): Promise<void> {
  const stored = await loadItem(ITEMS.history);
  const first = wanted() ?? (await firstSnapshot());
  const picked = ids ? ownActs(ids, sent()) : undoableHere(stored, sent()).slice(-1);
  let now = wanted() ?? first;
  for (const last of picked.toReversed()) {
    const { act, givenUp } = undoingAct(crypto.randomUUID(), last, now);
    // One that cannot be dismissed stays to be seen, which says all there is to say.
    if (givenUp.length > 0) ask('dismiss', { ids: givenUp }).catch(() => undefined);
    send(act);
    now = withActs(now, [act]);
  }
}

function ownActs(ids: readonly string[], sent: readonly Act[]): Act[] {
  return standing(sent).filter((act) => ids.includes(idOf(act) ?? ''));
}

function firstSnapshot(): Promise<Snapshot> {
  return new Promise((resolve) => {
    const stop = followSnapshot(PAGE_ITEMS, (snapshot) => {
      stop();
      resolve(snapshot);
    });
  });
}
