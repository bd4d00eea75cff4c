import { type AlarmName, isAlarmName } from '../alarms';
import { warn } from '../log';
import { NOTIFICATION_BUTTONS, readNotificationID, withdraw } from '../notifications';
import { nextAttemptAt } from '../outbox';
import { single, singleAgain } from '../parallel';
import { nextRingAt } from '../reminders';
import { HOUR, SECOND, wholeMinute } from '../time';
import { isTrusted } from '../poll-interval';
import { ringDue } from './bells';
import { checkOnce, GRACE, noteMissed } from './check';
import { drain } from './drain';
import { createAnnouncer, createToolbar, scheduleAlarms } from './effects';
import { createHandlers } from './handlers';
import { createLive, type LiveParts } from './live';
import { openFromNotification } from './open-chat';
import { WHOLE } from './poll';
import { pollOnce, tidyUp } from './poll-once';
import { createReplies } from './replies';
import { endSignIn } from './sign-in';
import type { Deps, Edge } from './session';
import type { State } from './state';
import { createStore } from './store';
import { createTimers } from './timers';
import { followWallClock } from './wall-clock';

/**
 * The worker: every browser event ends in one of these calls. Each may be the first of a worker
 * that has only just started, and the last of one that is about to be stopped.
 */
export function createCompanion(edge: CompanionEdge) {
  const showToolbar = createToolbar();
  const setTimer = createTimers(edge.now);
  const store = createStore({ announce: createAnnouncer(edge.now, edge.draw), follow });
  const deps: Deps = { ...edge, store };
  const send = singleAgain(() => drain(deps));
  const ring = singleAgain(async () => {
    await followWallClock(deps);
    await ringDue(deps);
    background(send());
  });
  const replies = createReplies(deps, { later: background, setTimer });
  const tidy = single(async () => {
    await tidyUp(deps);
    await replies.tidy();
  });
  const afterPoll = () => background(send().then(tidy).then(ring));
  let polledFrom = 0;
  const poll = single(async () => {
    polledFrom = performance.now();
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
    tidySoon: () => setTimer('tidy', edge.now() + TIDY_AFTER, () => background(tidy())),
  });

  /** A poll as large as need be; `isSeen`: somebody looks at the list. */
  const pollIfNeeded = single(async (isSeen: boolean) => {
    const { status } = await store.read();
    if (!isTrusted(status, edge.now())) return poll();
    const since = edge.now();
    const changed = await checkOnce(deps, { withNewest: isSeen });
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
    setTimer('reminders', nextRingAt(state.reminders), () => background(ring()));
    setTimer('outbox', nextAttemptAt(state.outbox), () => background(send()));
    background(live.tend());
  }

  const handlers = createHandlers(deps, {
    poll,
    pollSeen: () => pollIfNeeded(true),
    send: () => background(send()),
    later: background,
    live,
    replies,
  });

  const alarms: Record<AlarmName, () => Promise<void>> = {
    poll: () => pollIfNeeded(false),
    socket: live.tend,
    reminders: ring,
    outbox: send,
  };

  const snooze = async (id: string, chatID: string) => {
    const intent = {
      kind: 'remind',
      at: wholeMinute(edge.now() + HOUR),
      dismissOnIncoming: false,
    } as const;
    await handlers.act({ intents: [{ id: `snooze:${id}`, chatID, intent }] });
    await withdraw(id);
  };

  return {
    handlers,
    /** The worker has started, for whatever reason: the world is made to match what is stored. */
    wake: () => background(store.update(replies.recovered).then(follow).then(ring)),
    /** The browser has started or the companion was installed: nothing known is fresh. */
    start: () => background(endSignIn(store).then(poll)),
    alarm: (name: string) => {
      if (isAlarmName(name)) background(alarms[name]());
    },
    notificationClicked: (id: string) => {
      const reminder = readNotificationID(id);
      if (reminder) background(openFromNotification(deps, id, reminder.chatID));
    },
    notificationButton: (id: string, index: number) => {
      const reminder = readNotificationID(id);
      if (!reminder) return;
      const isSnooze = NOTIFICATION_BUTTONS[index] === 'snooze';
      const act = isSnooze
        ? snooze(id, reminder.chatID)
        : openFromNotification(deps, id, reminder.chatID);
      background(act);
    },
  };
}

/** What the worker takes from outside. */
export interface CompanionEdge extends Edge {
  live: LiveParts;
}

/** Nobody has told anything for this long: there is time for what can wait. */
const TIDY_AFTER = 3 * SECOND;

/** Work that nobody waits for; what went wrong with Beeper is already stored as trouble. */
function background(work: Promise<unknown>): void {
  void settling('background work failed', work);
}

async function settling(failure: string, work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => warn(failure, error));
}
