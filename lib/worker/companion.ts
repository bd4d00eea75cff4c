import { single, singleAgain } from '@/lib/base/async';
import { warn } from '@/lib/base/log';
import { HOUR, SECOND } from '@/lib/base/time';
import { type AlarmName, isAlarmName } from '@/lib/browser/alarms';
import type { Clicked } from '@/lib/browser/menus/clicked-text';
import { nextAttemptAt } from '@/lib/model/actions/outbox';
import { isTrusted } from '@/lib/model/connection/poll-interval';
import { nextTellingAt } from '@/lib/model/notifications/plan';
import { tellFailures } from '@/lib/worker/actions/notify-failures';
import { drain } from '@/lib/worker/actions/push';
import { createUndo } from '@/lib/worker/actions/undo';
import { createLive, type LiveParts } from '@/lib/worker/connection/live';
import { endSignIn } from '@/lib/worker/connection/sign-in';
import type { Deps, Edge } from '@/lib/worker/core/session';
import type { State } from '@/lib/worker/core/state';
import { createStore } from '@/lib/worker/core/store';
import { createTimers } from '@/lib/worker/core/timers';
import { createReplies } from '@/lib/worker/messages/reply';
import { createNotificationEvents } from '@/lib/worker/notifications/events';
import { tellArrivals } from '@/lib/worker/notifications/notify-new-messages';
import { sayQuiet } from '@/lib/worker/notifications/notify-quiet';
import { createSilence } from '@/lib/worker/reminders/dismiss-stale';
import { nextBellAt, ringDue } from '@/lib/worker/reminders/fire';
import { followWallClock } from '@/lib/worker/reminders/follow-local-time';
import { createSync } from '@/lib/worker/settings/sync';
import { createUpdates, type Updating } from '@/lib/worker/settings/update';
import { createMenus } from '@/lib/worker/surfaces/menus';
import { createPlaces } from '@/lib/worker/surfaces/surfaces';
import { greet } from '@/lib/worker/surfaces/welcome';
import { checkOnce, GRACE, noteMissed } from '@/lib/worker/sync/check';
import { WHOLE } from '@/lib/worker/sync/poll';
import { pollOnce, tidyUp } from '@/lib/worker/sync/poll-once';
import { createAnnouncer, createToolbar, scheduleAlarms } from './effects';
import { createHandlers } from './handlers';

/**
 * The worker: every browser event ends in one of these calls. Each may be the first of a worker
 * that has only just started, and the last of one that is about to be stopped.
 */
export function createCompanion(edge: CompanionEdge) {
  const showToolbar = createToolbar(edge.now);
  const setTimer = createTimers(edge.now);
  const store = createStore({ announce: createAnnouncer(edge.now, edge.draw), follow });
  const deps: Deps = { ...edge, store };
  const menus = createMenus(deps);
  const send = singleAgain(() => drain(deps));
  const ring = singleAgain(async () => {
    await followWallClock(deps);
    await ringDue(deps);
    background(send());
  });
  const tell = singleAgain(() => tellArrivals(deps));
  const silence = createSilence(deps);
  const tellOfFailures = singleAgain(() => tellFailures(deps));
  const replies = createReplies(deps, { later: background, setTimer });
  const sync = createSync(deps);
  const updates = createUpdates(deps, edge.updating);
  const tidy = single(async (isPolled: boolean) => {
    await tidyUp(deps, { isPolled });
    await replies.tidy();
  });
  const afterPoll = () =>
    background(
      send()
        .then(() => tidy(true))
        .then(ring),
    );
  let polledFrom = 0;
  let lookedThroughAt = -Infinity;
  const poll = single(async () => {
    polledFrom = performance.now();
    lookedThroughAt = edge.now();
    await pollOnce(deps, WHOLE);
    afterPoll();
  });
  /** For the moment between a poll that had begun already and now, the newest chats are enough. */
  const reconcile = async () => {
    const from = performance.now();
    await poll();
    if (polledFrom < from) await pollOnce(deps, { unread: 'newest', withNewest: true });
  };
  const live = createLive(deps, edge.live, {
    poll: poll.anew,
    reconcile,
    later: background,
    tidySoon: () => setTimer('tidy', edge.now() + TIDY_AFTER, () => background(tidy(false))),
  });

  /** A poll as large as need be; `isSeen`: somebody looks at the list. */
  const pollIfNeeded = single(async (isSeen: boolean) => {
    const { status } = await store.read();
    if (!isTrusted(status, edge.now())) return poll();
    const since = edge.now();
    const isWhole = Math.abs(since - lookedThroughAt) >= HOUR;
    if (isWhole) lookedThroughAt = since;
    const changed = await checkOnce(deps, { withNewest: isSeen, isWhole });
    afterPoll();
    const judge = async () => {
      if (live.hasToldOf(changed, since - GRACE)) return;
      await noteMissed(deps);
      await poll();
    };
    setTimer('missed', changed.length > 0 ? edge.now() + GRACE : undefined, () =>
      background(judge()),
    );
  });

  /** Everything outside that must match the state. */
  async function follow(state: State): Promise<void> {
    await settling('the toolbar could not be set', showToolbar(state));
    await settling(
      'an alarm could not be set',
      scheduleAlarms(state, edge.now(), edge.live.place?.isWithWorker ?? false),
    );
    setTimer('reminders', nextBellAt(state, edge.now()), () => background(ring()));
    setTimer('outbox', nextAttemptAt(state.outbox), () => background(send()));
    const tellAt = state.arrivals ? nextTellingAt(state.arrivals) : undefined;
    setTimer('arrivals', tellAt, () => background(tell()));
    background(tell());
    background(tellOfFailures());
    background(silence());
    background(sayQuiet(deps));
    background(menus.show());
    background(live.tend());
  }

  const refollow = () => store.read().then(follow);
  /** Quiet has begun or is over. */
  const turn = () => refollow().then(ring);

  const startAnew = async () => {
    background(sync.tend());
    await endSignIn(store);
    await store.update((state) => watchedAnew(state, edge.now()));
  };

  const handlers = createHandlers(deps, {
    poll,
    pollSeen: () => pollIfNeeded(true),
    send: () => background(send()),
    later: background,
    live,
    turn: () => background(turn()),
    replies,
    updates,
    sync,
  });

  const alarms: Record<AlarmName, () => Promise<void>> = {
    poll: async () => {
      background(sync.retry());
      await pollIfNeeded(false);
    },
    socket: live.tend,
    reminders: ring,
    outbox: send,
    quiet: turn,
    update: updates.tend,
  };

  const undo = createUndo(deps, handlers);
  const places = createPlaces(deps, { handlers, menus, undo });
  const clicks = createNotificationEvents(deps, { ...handlers, undo: places.undo });
  const start = () => background(startAnew().then(poll));

  return {
    handlers,
    /** The worker has started, for whatever reason: the world is made to match what is stored. */
    wake: () => {
      background(store.update(replies.recovered).then(updates.settle).then(refollow).then(ring));
      background(greet(deps, edge.updating));
    },
    /** The browser has started: nothing known is fresh. */
    start,
    /** So it is after an installation or an update. */
    installed: start,
    /** Another browser has changed the settings it shares with this one. */
    synced: () => background(sync.tend()),
    updateAvailable: ({ version }: { version: string }) => background(updates.available(version)),
    alarm: (name: string) => {
      if (isAlarmName(name)) background(alarms[name]());
    },
    notificationClicked: (id: string) => background(clicks.clicked(id)),
    notificationButton: (id: string, index: number) => background(clicks.button(id, index)),
    places: {
      lines: places.lines,
      entered: (typed: string) => background(places.entered(typed)),
      menuClicked: (id: unknown, clicked: Clicked) => background(places.menuClicked(id, clicked)),
      menusAllowed: () => background(places.menusAllowed()),
      command: (name: string) => background(places.command(name)),
    },
  };
}

/** What the worker takes from outside. */
export interface CompanionEdge extends Edge {
  live: LiveParts;
  updating: Updating;
}

/** Nobody has told anything for this long: there is time for what can wait. */
const TIDY_AFTER = 3 * SECOND;

/** What came while the browser was closed is nothing new. */
function watchedAnew(state: State, now: number): State {
  if (!state.arrivals) return state;
  return { ...state, arrivals: { ...state.arrivals, since: now } };
}

/** Work that nobody waits for; what went wrong with Beeper is already stored as trouble. */
function background(work: Promise<unknown>): void {
  void settling('background work failed', work);
}

async function settling(failure: string, work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => warn(failure, error));
}
