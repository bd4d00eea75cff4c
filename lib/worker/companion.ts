import { strictlyLater } from '@/lib/base/time';
import { isAlarmName } from '@/lib/browser/alarms';
import type { Handlers } from '@/lib/requests/bridge';
import { createActions } from './actions/feature';
import { createCommands } from './commands/commands';
import { createConnection } from './connection/feature';
import type { LiveParts } from './connection/live';
import { createAnnouncer } from './core/announce';
import { background } from './core/background';
import type { Alarms, Context } from './core/context';
import { createReactions } from './core/reactions';
import type { Environment } from './core/environment';
import { createStore } from './core/store';
import { createTimers } from './core/timers';
import { commandHandlers } from './handlers';
import { createMessages } from './messages/feature';
import { createNotifications } from './notifications/feature';
import { createQuiet } from './quiet/feature';
import { createReminders } from './reminders/feature';
import { createSettings } from './settings/feature';
import type { Updating } from './settings/update';
import { createSurfaces } from './surfaces/feature';
import { greet } from './surfaces/welcome';
import { createSync } from './sync/feature';
import { createToldChats } from './sync/told-chats';

/** What the worker takes from outside. */
export interface CompanionEnvironment extends Environment {
  live: LiveParts;
  updating: Updating;
}

/**
 * The worker: every browser event ends in one of these calls. Each may be the first of a worker
 * that has only just started, and the last of one that is about to be stopped. This file builds the
 * features and combines what they bring: handlers, alarms and reactions.
 */
export function createCompanion(environment: CompanionEnvironment) {
  const store = createStore({
    announce: createAnnouncer(environment.now, environment.draw),
    follow: (state) => reactions.changed(state),
  });
  const context: Context = {
    ...environment,
    store,
    moment: strictlyLater(environment.now),
    background,
    setTimer: createTimers(environment.now),
  };
  const runReactions = () => store.read().then(reactions.runAll);
  /** Quiet has begun or is over. */
  const turn = () => runReactions().then(reminders.fire);
  const pollAnew = () => sync.poll.anew();

  const told = createToldChats(context.moment);
  const actions = createActions(context, told);
  const { push } = actions;
  const reminders = createReminders(context, push);
  const quiet = createQuiet(context, turn);
  const messages = createMessages(context, pollAnew);
  const settings = createSettings(context, environment.updating, pollAnew);
  const sync = createSync(context, {
    told,
    push,
    fireReminders: reminders.fire,
    tidyMessages: messages.tidy,
    retrySettings: settings.shared.retry,
  });
  const connection = createConnection(context, environment.live, { ...sync, told, pollAnew });
  const commands = createCommands(context, { ...sync, push, turn });
  const notifications = createNotifications(context, commands);
  const surfaces = createSurfaces(context, commands);

  const handlers: Handlers = {
    ...commandHandlers(commands),
    ...sync.handlers,
    ...messages.handlers,
    ...notifications.handlers,
    ...connection.handlers,
    ...settings.handlers,
  };
  const alarms: Alarms = {
    ...sync.alarms,
    ...connection.alarms,
    ...reminders.alarms,
    ...actions.alarms,
    ...quiet.alarms,
    ...settings.alarms,
  };
  // The toolbar comes first: whoever changes the state waits for the number.
  const reactions = createReactions(
    [surfaces, sync, connection, settings, reminders, quiet, actions, notifications].flatMap(
      (feature) => feature.reactions,
    ),
  );

  const startAnew = async () => {
    background(settings.shared.tend());
    await connection.startAnew();
    await notifications.startAnew();
    await sync.poll();
  };
  const start = () => background(startAnew());

  return {
    handlers,
    /** The worker has started, for whatever reason: the world is made to match what is stored. */
    wake: () => {
      const settled = store.update(messages.recovered).then(settings.updates.settle);
      background(settled.then(runReactions).then(reminders.fire));
      background(greet(context, environment.updating));
    },
    /** The browser has started: nothing known is fresh. */
    start,
    /** So it is after an installation or an update. */
    installed: start,
    /** Another browser has changed the settings it shares with this one. */
    synced: () => background(settings.shared.tend()),
    updateAvailable: ({ version }: { version: string }) =>
      background(settings.updates.available(version)),
    alarm: (name: string) => {
      if (isAlarmName(name)) background(alarms[name]());
    },
    notificationClicked: (id: string) => background(notifications.events.clicked(id)),
    notificationButton: (id: string, index: number) =>
      background(notifications.events.button(id, index)),
    places: surfaces.places,
  };
}
