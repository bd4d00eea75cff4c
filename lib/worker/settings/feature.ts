import { MINUTE } from '@/lib/base/time';
import { clearAlarm, repeatAlarm } from '@/lib/browser/alarms';
import { changeSettings } from '@/lib/model/settings/settings';
import type { Handlers } from '@/lib/requests/bridge';
import type { Context } from '@/lib/worker/core/context';
import type { Reaction } from '@/lib/worker/core/reactions';
import { withDeferred } from '@/lib/worker/core/state';
import { createFilterHandlers } from './saved-filters';
import { createSharedSettings, withChangeAt } from './shared-settings';
import { createUpdates, type Updating } from './update';

/** Between two looks whether it is a good moment for an update. */
const UPDATE_PATIENCE = MINUTE;

type Names = 'saveSettings' | 'rememberChoice';

/** What a person has chosen, here and in other browsers, and newer versions of the companion. */
export function createSettings(
  context: Context,
  updating: Updating,
  pollAnew: () => Promise<void>,
) {
  const { store, now, background } = context;
  const shared = createSharedSettings(context);
  const updates = createUpdates(context, updating);

  const updateAlarm: Reaction = {
    name: 'alarm for an update',
    follows: ['update', 'status'],
    isAwaited: true,
    run: async ({ update }) => {
      if (update) await repeatAlarm('update', UPDATE_PATIENCE, now());
      else await clearAlarm('update');
    },
  };

  const handlers: Pick<Handlers, Names> = {
    saveSettings: async (change) => {
      await store.update((state) =>
        withChangeAt(
          { ...withDeferred(state, now()), settings: changeSettings(state.settings, change) },
          now(),
        ),
      );
      background(shared.tend());
      await pollAnew();
    },
    rememberChoice: async (lastChoice) => {
      await store.update((state) => ({ ...state, lastChoice }));
    },
  };

  return {
    shared,
    updates,
    handlers: {
      ...handlers,
      ...shared.handlers,
      ...updates.handlers,
      ...createFilterHandlers(context),
    },
    alarms: { update: updates.tend },
    reactions: [updateAlarm],
  };
}
