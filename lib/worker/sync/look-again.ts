import type { Context } from '@/lib/worker/core/context';
import { openSession } from '@/lib/worker/core/session';
import { toleratingOne } from '@/lib/worker/core/tolerate';
import { applyLiveEvents } from './live-events';

/** A chat is looked at once more when it has been silent for one to two of these, ms. */
const TURN = 500;

/**
 * Looks at chats once more, half a second to a second after their last event. Servers drop the
 * second of two events of a chat that come close together, and may tell of a change before an
 * answer shows it.
 */
export function createLookAgain(context: Context): (chatIDs: readonly string[]) => void {
  const { now, setTimer, background } = context;
  let told = new Set<string>();
  let silent = new Set<string>();
  let isTurning = false;

  const turn = () => {
    const due = [...silent];
    silent = told;
    told = new Set();
    isTurning = silent.size > 0;
    if (isTurning) setTimer('look again', now() + TURN, turn);
    if (due.length > 0) background(look(due));
  };
  const look = async (chatIDs: readonly string[]) => {
    const session = await openSession(context);
    if (!session || (await session.read()).status.trouble) return;
    const events = chatIDs.map((chatID) => ({ chatID, deleted: [] }));
    await toleratingOne(session, () => applyLiveEvents(session, events));
  };

  return (chatIDs) => {
    for (const id of chatIDs) {
      silent.delete(id);
      told.add(id);
    }
    if (isTurning || told.size === 0) return;
    isTurning = true;
    setTimer('look again', now() + TURN, turn);
  };
}
