import { useRef, useState } from 'preact/hooks';

import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import { withActs } from '@/lib/model/actions/action-log';
import { type Row, rowOfChat } from '@/lib/model/chats/rows';

type Given = Pick<OverlayProps, 'current' | 'view' | 'snapshot' | 'acts' | 'step'>;

/**
 * The row that is looked at, and how to go on from it. It stays when it leaves the list for a reason
 * from elsewhere: a key meant for it must not meet the next chat. What is done with it here does lead
 * on to the next.
 */
export function useHeldRow(given: Given, isLooking: boolean): Pick<Given, 'current' | 'step'> {
  const { current, step } = given;
  const [, drawAnew] = useState(0);
  const held = useRef<Row>(undefined);
  const kept = isLooking && held.current ? leftAlone(held.current, given) : undefined;
  held.current = isLooking ? (kept ?? current) : undefined;
  if (!kept) return { current, step };
  return {
    current: kept,
    // The current row already is the one that follows it.
    step: (by) => {
      held.current = undefined;
      step(by > 0 ? by - 1 : by);
      drawAnew((times) => times + 1);
    },
  };
}

/** The row as it is now, if it is gone from the list and nothing was done with it here. */
function leftAlone(row: Row, { current, view, snapshot, acts }: Given): Row | undefined {
  const { id } = row.chat;
  const isListed = current?.chat.id === id || view.rows.some(({ chat }) => chat.id === id);
  const wasMeant = acts.sent.at(-1)?.steps.some(({ stamped }) => stamped.chatID === id);
  if (isListed || wasMeant) return undefined;
  return (snapshot && rowOfChat(withActs(snapshot, acts.unconfirmed), id)) ?? row;
}
