import { warn } from '@/lib/base/log';
import { showGathering, showMessage } from '@/lib/browser/message-notifications';
import { isShowing, withdraw } from '@/lib/browser/notifications';
import { gatheringID, messageID } from '@/lib/model/notifications/ids';
import { type Arrivals } from '@/lib/model/notifications/new-messages';
import { afterTelling, type Moment, planTelling } from '@/lib/model/notifications/plan';
import { notifiesAtAll } from '@/lib/model/notifications/settings';
import { isQuiet } from '@/lib/model/quiet/schedule';
import type { Deps } from '@/lib/worker/core/session';
import { canArchive, chatAsWanted, quietness, type State } from '@/lib/worker/core/state';

/**
 * Brings the notifications on the screen in line with what is to be told, each once, also over the
 * worker's death: what is about to be shown or withdrawn is stored before.
 */
export async function tellArrivals({ store, now }: Deps): Promise<void> {
  const before = (await store.read()).arrivals;
  if (!before) return;
  const state = await store.update((current) => planned(current, now()));
  const { arrivals } = state;
  if (!arrivals) return;
  for (const id of arrivals.stale) await withdraw(id);
  const shown = await showRinging(state, arrivals, idsRinging(before));
  if (shown.length === 0 && arrivals.stale.length === 0) return;
  await store.update((current) => told(current, { shown, withdrawn: arrivals.stale }));
}

function planned(state: State, now: number): State {
  if (!state.arrivals) return state;
  const arrivals = planTelling(state.arrivals, momentOf(state, now));
  return arrivals === state.arrivals ? state : { ...state, arrivals };
}

function momentOf(state: State, now: number): Moment {
  return {
    chatOf: (id) => chatAsWanted(state, id),
    canArchive: (chat) => canArchive(state, chat),
    settings: state.settings.notify,
    isQuiet: isQuiet(quietness(state), now),
    now,
  };
}

/** Nobody wants to be told any more, and nothing is left on the screen: nothing is kept either. */
function told(state: State, done: Parameters<typeof afterTelling>[1]): State {
  if (!state.arrivals) return state;
  const arrivals = afterTelling(state.arrivals, done);
  const isOver = !notifiesAtAll(state.settings.notify) && arrivals.stale.length === 0;
  return { ...state, arrivals: isOver ? null : arrivals };
}

function idsRinging({ chats, gathering }: Arrivals): string[] {
  const single = Object.entries(chats)
    .filter(([, { bell }]) => bell === 'ringing')
    .map(([chatID, { at }]) => messageID({ chatID, at }));
  return gathering?.bell === 'ringing' ? [...single, gatheringID(gathering)] : single;
}

/** @param cutOff ids of those that a worker before may have shown already */
async function showRinging(
  state: State,
  arrivals: Arrivals,
  cutOff: readonly string[],
): Promise<string[]> {
  const shown: string[] = [];
  for (const id of idsRinging(arrivals)) {
    try {
      const isThere = cutOff.includes(id) && (await isShowing(id));
      if (!isThere) await showOne(state, arrivals, id);
      shown.push(id);
    } catch (error) {
      warn('a notification could not be shown and is tried again', error);
    }
  }
  return shown;
}

async function showOne(state: State, arrivals: Arrivals, id: string): Promise<void> {
  const { detail } = state.settings.notify;
  const chatOf = (chatID: string) => chatAsWanted(state, chatID);
  const isOfMany = arrivals.gathering && gatheringID(arrivals.gathering) === id;
  if (isOfMany) return showGathering(arrivals, chatOf, detail);
  for (const [chatID, arrival] of Object.entries(arrivals.chats)) {
    const chat = messageID({ chatID, at: arrival.at }) === id ? chatOf(chatID) : undefined;
    if (chat) return showMessage(chat, arrival, detail);
  }
}
