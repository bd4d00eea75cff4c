import { rerunIfDirty } from '@/lib/base/async';
import { showTest } from '@/lib/browser/notifications';
import { baselineAt } from '@/lib/model/chats/baseline';
import { nextNotificationAt } from '@/lib/model/notifications/plan';
import type { Handlers } from '@/lib/requests/bridge';
import type { Commands } from '@/lib/worker/commands/commands';
import type { Context } from '@/lib/worker/core/context';
import type { Reaction } from '@/lib/worker/core/reactions';
import type { State } from '@/lib/worker/core/state';
import { createNotificationEvents } from './events';
import { notifyNewMessages } from './notify-new-messages';

type Names = 'testNotification' | 'sawUnread';

/** Notifications of new messages, and what a press on any notification does. */
export function createNotifications(context: Context, commands: Commands) {
  const { store, now, setTimer, background } = context;
  const tell = rerunIfDirty(() => notifyNewMessages(context));

  const newMessages: Reaction = {
    name: 'notifications of new messages',
    follows: ['incomingMessages', 'chats', 'outbox', 'settings', 'pause', 'status'],
    run: ({ incomingMessages }) => {
      setTimer(
        'arrivals',
        incomingMessages ? nextNotificationAt(incomingMessages) : undefined,
        () => background(tell()),
      );
      return tell();
    },
  };
  const handlers: Pick<Handlers, Names> = {
    testNotification: () => showTest(now()),
    sawUnread: async () => {
      await store.update(withBaseline);
    },
  };
  return {
    handlers,
    reactions: [newMessages],
    events: createNotificationEvents(context, commands),
    /** The browser has started: what came while it was closed is nothing new. */
    startAnew: () => store.update((state) => watchedAnew(state, now())),
  };
}

/** Kept only where somebody counts by it. */
function withBaseline(state: State): State {
  const baseline = state.settings.badge.sinceLooked ? baselineAt(state.chats) : null;
  return JSON.stringify(baseline) === JSON.stringify(state.baseline)
    ? state
    : { ...state, baseline };
}

function watchedAnew(state: State, now: number): State {
  if (!state.incomingMessages) return state;
  return { ...state, incomingMessages: { ...state.incomingMessages, since: now } };
}
