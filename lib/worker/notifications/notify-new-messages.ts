import { warn } from '@/lib/base/log';
import { showGrouped, showMessage } from '@/lib/browser/message-notifications';
import { isShowing, withdraw } from '@/lib/browser/notifications';
import { groupedID, messageID } from '@/lib/model/notifications/ids';
import { type IncomingMessages } from '@/lib/model/notifications/new-messages';
import { afterNotifying, type Moment, planNotifications } from '@/lib/model/notifications/plan';
import { notifiesAtAll } from '@/lib/model/notifications/settings';
import { isQuiet } from '@/lib/model/quiet/schedule';
import type { Deps } from '@/lib/worker/core/session';
import { canArchive, chatAsWanted, quietness, type State } from '@/lib/worker/core/state';

/**
 * Brings the notifications on the screen in line with what is to be told, each once, also over the
 * worker's death: what is about to be shown or withdrawn is stored before.
 */
export async function notifyNewMessages({ store, now }: Deps): Promise<void> {
  const before = (await store.read()).incomingMessages;
  if (!before) return;
  const state = await store.update((current) => planned(current, now()));
  const { incomingMessages } = state;
  if (!incomingMessages) return;
  for (const id of incomingMessages.stale) await withdraw(id);
  const shown = await showRinging(state, incomingMessages, idsRinging(before));
  if (shown.length === 0 && incomingMessages.stale.length === 0) return;
  await store.update((current) => told(current, { shown, withdrawn: incomingMessages.stale }));
}

function planned(state: State, now: number): State {
  if (!state.incomingMessages) return state;
  const incomingMessages = planNotifications(state.incomingMessages, momentOf(state, now));
  return incomingMessages === state.incomingMessages ? state : { ...state, incomingMessages };
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
function told(state: State, done: Parameters<typeof afterNotifying>[1]): State {
  if (!state.incomingMessages) return state;
  const incomingMessages = afterNotifying(state.incomingMessages, done);
  const isOver = !notifiesAtAll(state.settings.notify) && incomingMessages.stale.length === 0;
  return { ...state, incomingMessages: isOver ? null : incomingMessages };
}

function idsRinging({ chats, gathering }: IncomingMessages): string[] {
  const single = Object.entries(chats)
    .filter(([, { bell }]) => bell === 'ringing')
    .map(([chatID, { at }]) => messageID({ chatID, at }));
  return gathering?.bell === 'ringing' ? [...single, groupedID(gathering)] : single;
}

/** @param cutOff ids of those that a worker before may have shown already */
async function showRinging(
  state: State,
  incomingMessages: IncomingMessages,
  cutOff: readonly string[],
): Promise<string[]> {
  const shown: string[] = [];
  for (const id of idsRinging(incomingMessages)) {
    try {
      const isThere = cutOff.includes(id) && (await isShowing(id));
      if (!isThere) await showOne(state, incomingMessages, id);
      shown.push(id);
    } catch (error) {
      warn('a notification could not be shown and is tried again', error);
    }
  }
  return shown;
}

async function showOne(
  state: State,
  incomingMessages: IncomingMessages,
  id: string,
): Promise<void> {
  const { detail } = state.settings.notify;
  const chatOf = (chatID: string) => chatAsWanted(state, chatID);
  const isOfMany = incomingMessages.gathering && groupedID(incomingMessages.gathering) === id;
  if (isOfMany) return showGrouped(incomingMessages, chatOf, detail);
  for (const [chatID, incomingOfChat] of Object.entries(incomingMessages.chats)) {
    const chat = messageID({ chatID, at: incomingOfChat.at }) === id ? chatOf(chatID) : undefined;
    if (chat) return showMessage(chat, incomingOfChat, detail);
  }
}
