import type { Single } from '@/lib/base/async';
import { CompanionError } from '@/lib/base/errors';
import { SECOND } from '@/lib/base/time';
import { showTest } from '@/lib/browser/notifications';
import { hurry, markDone } from '@/lib/model/actions/outbox';
import { lookedAt } from '@/lib/model/chats/baseline';
import { isTrusted } from '@/lib/model/connection/poll-interval';
import { withoutPause } from '@/lib/model/connection/status';
import { pauseFor } from '@/lib/model/quiet/schedule';
import { changeSettings } from '@/lib/model/settings/settings';
import type { Handlers } from '@/lib/requests/bridge';
import { takeIn } from '@/lib/worker/actions/enqueue';
import { createConnectionHandlers } from '@/lib/worker/connection/handlers';
import type { Live } from '@/lib/worker/connection/live';
import { type Deps, openSession } from '@/lib/worker/core/session';
import { quietness, type State, withHeldBack } from '@/lib/worker/core/state';
import { peek } from '@/lib/worker/messages/conversation';
import { details } from '@/lib/worker/messages/details';
import { createNewChats } from '@/lib/worker/messages/new-chat';
import type { Replies } from '@/lib/worker/messages/reply';
import { searchMessages } from '@/lib/worker/messages/search';
import { createFilterHandlers } from '@/lib/worker/settings/saved-filters';
import { type Syncing, withChangeAt } from '@/lib/worker/settings/sync';
import type { Updates } from '@/lib/worker/settings/update';
import { openChat } from '@/lib/worker/surfaces/open-chat';
import { createAvatars } from '@/lib/worker/sync/avatars';
import { lookUpPreviews } from '@/lib/worker/sync/previews';
import { search } from '@/lib/worker/sync/search-chats';

/** A poll that ended less than this ago is as good as a new one, ms. */
const FRESH = SECOND / 2;
/** While Beeper tells by itself what happens. */
const FRESH_LIVE = 30 * SECOND;

/** Work the worker does by itself, started here and waited for by nobody unless told. */
export interface Jobs {
  poll: Single<void>;
  /** A poll for somebody who looks at the list. */
  pollSeen(): Promise<void>;
  live: Live;
  replies: Replies;
  updates: Updates;
  sync: Syncing;
  send(): void;
  /** Quiet has begun or is over. */
  turn(): void;
  /** Lets work end by itself. */
  later(work: Promise<unknown>): void;
}

/** One line of work for each request of a page. */
export function createHandlers(deps: Deps, jobs: Jobs): Handlers {
  const { store, now } = deps;

  const refresh = async (freshFor: number) => {
    const { status } = await store.read();
    // Either way round: after the clock was put back, nothing is fresh.
    const isFresh = !status.trouble && Math.abs(now() - (status.syncedAt ?? 0)) < freshFor;
    if (!isFresh) await jobs.pollSeen();
  };

  return {
    refresh: () => refresh(FRESH),
    keepFresh: async () => {
      const { status } = await store.read();
      await refresh(isTrusted(status, now()) ? FRESH_LIVE : FRESH);
      // What waits to be tried again need not wait for an alarm while somebody looks.
      jobs.send();
    },
    tryAgain: async () => {
      await store.update((state) => ({
        ...state,
        status: withoutPause(state.status),
        outbox: hurry(state.outbox, ({ state: at }) => at === 'queued'),
      }));
      await jobs.poll.anew();
    },
    act: async (asked) => {
      const { status } = await store.read();
      if (!status.isConnected) throw new CompanionError('notConnected');
      await store.update((state) => takeIn(state, asked, now()));
      jobs.send();
    },
    retry: async ({ ids }) => {
      await store.update((state) => ({
        ...state,
        outbox: hurry(state.outbox, ({ id }) => ids.includes(id)),
      }));
      jobs.send();
    },
    dismiss: async ({ ids }) => {
      await store.update((state) => ({ ...state, outbox: markDone(state.outbox, ids) }));
    },
    openChat: ({ chatID, messageID }) => openChat(deps, chatID, messageID),
    preview: async ({ chatIDs }) => {
      const session = await openSession(deps);
      if (session) await lookUpPreviews(session, chatIDs);
    },
    avatars: createAvatars(deps, jobs),
    ...jobs.replies.handlers,
    ...createNewChats(deps, jobs),
    search: ({ query }) => search(deps, query),
    testNotification: () => showTest(now()),
    searchMessages: (wanted) => searchMessages(deps, wanted),
    ...createFilterHandlers(deps),
    peek: (wanted) => peek(deps, wanted),
    details: ({ chatID }) => details(deps, chatID),
    ...createConnectionHandlers(deps, jobs),
    ...jobs.live.handlers,
    ...jobs.updates.handlers,
    ...jobs.sync.handlers,
    looked: async () => {
      await store.update(withLook);
    },
    setQuiet: async ({ wish }) => {
      await store.update((state) => ({
        ...withHeldBack(state, now()),
        pause: pauseFor(wish, quietness(state), { now: now(), hours: state.settings.reminders }),
      }));
      jobs.turn();
    },
    saveSettings: async (change) => {
      await store.update((state) =>
        withChangeAt(
          { ...withHeldBack(state, now()), settings: changeSettings(state.settings, change) },
          now(),
        ),
      );
      jobs.later(jobs.sync.tend());
      await jobs.poll.anew();
    },
    rememberChoice: async (lastChoice) => {
      await store.update((state) => ({ ...state, lastChoice }));
    },
  };
}

/** Kept only where somebody counts by it. */
function withLook(state: State): State {
  const looked = state.settings.badge.sinceLooked ? lookedAt(state.chats) : null;
  return JSON.stringify(looked) === JSON.stringify(state.looked) ? state : { ...state, looked };
}
