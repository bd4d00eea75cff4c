import { singleFlight } from '@/lib/base/async';
import { HOUR, SECOND } from '@/lib/base/time';
import { clearAlarm, repeatAlarm } from '@/lib/browser/alarms';
import { isTrusted, pollInterval } from '@/lib/model/connection/poll-interval';
import type { Handlers } from '@/lib/requests/bridge';
import type { Context } from '@/lib/worker/core/context';
import type { Reaction } from '@/lib/worker/core/reactions';
import { openSession } from '@/lib/worker/core/session';
import { createAvatars } from './avatars';
import { checkOnce, GRACE, noteMissed } from './check';
import { WHOLE } from './poll';
import { createLookAgain } from './look-again';
import { pollOnce, tidyUp } from './poll-once';
import { fetchPreviews } from './previews';
import { search } from './search-chats';
import type { ToldChats } from './told-chats';

/** Nobody has told anything for this long: there is time for what can wait. */
const TIDY_AFTER = 2 * SECOND;
/** It waits no longer than this, whoever goes on talking. */
const TIDY_WITHIN = 3 * SECOND;

interface After {
  told: ToldChats;
  /** Sends what the outbox holds. */
  push(): Promise<void>;
  fireReminders(): Promise<void>;
  /** What replies and drafts still need from Beeper. */
  tidyMessages(): Promise<void>;
  /** Settings that the browser refused to carry are tried again with every poll. */
  retrySettings(): Promise<void>;
}

/** Polling, and everything that is looked up at Beeper to keep the stored chats right. */
export function createSync(context: Context, after: After) {
  const { store, now, setTimer, background } = context;

  const tidy = singleFlight(async (isPolled: boolean) => {
    await tidyUp(context, { isPolled });
    await after.tidyMessages();
  });
  const afterPoll = () =>
    background(
      after
        .push()
        .then(() => tidy(true))
        .then(after.fireReminders),
    );

  let polledFrom = 0;
  let lookedThroughAt = -Infinity;
  const poll = singleFlight(async () => {
    polledFrom = performance.now();
    lookedThroughAt = now();
    await pollOnce(context, WHOLE);
    afterPoll();
  });

  /** The live socket is open. For what happened before, the newest chats are enough after a poll. */
  const reconcile = async () => {
    const from = performance.now();
    await poll();
    if (polledFrom < from) await pollOnce(context, { unread: 'newest', withNewest: true });
  };

  /** A poll as large as need be; `isSeen`: somebody looks at the list. */
  const pollIfNeeded = singleFlight(async (isSeen: boolean) => {
    const { status } = await store.read();
    if (!isTrusted(status, now())) return poll();
    const since = now();
    const isWhole = Math.abs(since - lookedThroughAt) >= HOUR;
    if (isWhole) lookedThroughAt = since;
    const changed = await checkOnce(context, { withNewest: isSeen, isWhole });
    afterPoll();
    const judge = async () => {
      if (changed.every((id) => after.told.has(id, since - GRACE))) return;
      await noteMissed(context);
      await poll();
    };
    setTimer('missed', changed.length > 0 ? now() + GRACE : undefined, () => background(judge()));
  });

  let tidyBy: number | undefined;
  const tidySoon = () => {
    tidyBy ??= now() + TIDY_WITHIN;
    // A clock that is put forward is past it: then it is time.
    const by = Math.max(tidyBy, now() + 1);
    setTimer('tidy', Math.min(now() + TIDY_AFTER, by), () => {
      tidyBy = undefined;
      background(tidy(false));
    });
  };

  const nextPoll: Reaction = {
    name: 'alarm for the next poll',
    follows: ['status', 'settings'],
    isAwaited: true,
    run: async (state) => {
      if (state.status.isConnected) await repeatAlarm('poll', pollInterval(state, now()), now());
      else await clearAlarm('poll');
    },
  };

  const handlers: Pick<Handlers, 'preview' | 'avatars' | 'search'> = {
    preview: async ({ chatIDs }) => {
      const session = await openSession(context);
      if (session) await fetchPreviews(session, chatIDs);
    },
    avatars: createAvatars(context, poll),
    search: ({ query }) => search(context, query),
  };

  return {
    poll,
    pollSeen: () => pollIfNeeded(true),
    reconcile,
    tidySoon,
    lookAgainSoon: createLookAgain(context),
    handlers,
    alarms: {
      poll: async () => {
        background(after.retrySettings());
        await pollIfNeeded(false);
      },
    },
    reactions: [nextPoll],
  };
}
