import { singleAgain } from '@/lib/base/async';
import { showTest } from '@/lib/browser/notifications';
import { lookedAt } from '@/lib/model/chats/baseline';
import { nextTellingAt } from '@/lib/model/notifications/plan';
import type { Handlers } from '@/lib/requests/bridge';
import type { Commands } from '@/lib/worker/commands/commands';
import type { Context } from '@/lib/worker/core/context';
import type { Reaction } from '@/lib/worker/core/reactions';
import type { State } from '@/lib/worker/core/state';
import { createNotificationEvents } from './events';
import { tellArrivals } from './notify-new-messages';

type Names = 'testNotification' | 'looked';

/** Notifications of new messages, and what a press on any notification does. */
export function createNotifications(context: Context, commands: Commands) {
  const { store, now, setTimer, background } = context;
  const tell = singleAgain(() => tellArrivals(context));

  const newMessages: Reaction = {
    name: 'notifications of new messages',
    follows: ['arrivals', 'chats', 'outbox', 'settings', 'pause', 'status'],
    run: ({ arrivals }) => {
      setTimer('arrivals', arrivals ? nextTellingAt(arrivals) : undefined, () =>
        background(tell()),
      );
      return tell();
    },
  };
  const handlers: Pick<Handlers, Names> = {
    testNotification: () => showTest(now()),
    looked: async () => {
      await store.update(withLook);
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
function withLook(state: State): State {
  const looked = state.settings.badge.sinceLooked ? lookedAt(state.chats) : null;
  return JSON.stringify(looked) === JSON.stringify(state.looked) ? state : { ...state, looked };
}

function watchedAnew(state: State, now: number): State {
  if (!state.arrivals) return state;
  return { ...state, arrivals: { ...state.arrivals, since: now } };
}
