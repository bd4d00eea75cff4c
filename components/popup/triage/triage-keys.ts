import { isRightToLeft } from '@/components/parts/right-to-left';
import { offersFor } from '@/components/popup/actions/offers';
import type { ActionID } from '@/components/popup/actions/table';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import type { Row } from '@/lib/model/chats/rows';
import { keyOf } from '@/lib/text/key-of';
import type { TriageMoves } from './use-triage';

interface Targets extends Pick<OverlayProps, 'canAct' | 'singleKeys'> {
  /** The chat that is shown; at the end of a run there is none. */
  row: Row | undefined;
  runAction(id: ActionID): void;
  moves: TriageMoves;
}

/** Acts on the chat that is shown; answers whether the key means something in a run. */
export function doesTriageKey(event: KeyboardEvent, targets: Targets): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof HTMLInputElement) return false;
  const key = keyOf(event);
  if (!targets.singleKeys && key.length === 1) return false;
  const work = workOf(key, targets);
  // Enter on a button is the button's own, and a key held down acts once.
  const isButtons = key === 'Enter' && event.target instanceof HTMLButtonElement;
  if (!work || isButtons || event.repeat) return false;
  work();
  return true;
}

function workOf(key: string, { row, canAct, runAction, moves }: Targets): (() => void) | undefined {
  const [onward, backward] = isRightToLeft()
    ? ['ArrowLeft', 'ArrowRight']
    : ['ArrowRight', 'ArrowLeft'];
  if (key === 's' || key === onward) return moves.skip;
  if (key === backward) return moves.back;
  if (key === 'z') return moves.undo;
  const offers = row ? offersFor(row, canAct) : [];
  const offer = offers.find(({ keys, shown }) => shown.triage && keys.includes(key));
  return offer && (() => runAction(offer.id));
}
