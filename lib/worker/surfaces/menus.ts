import { rerunIfDirty } from '@/lib/base/async';
import { menuEntries } from '@/lib/browser/menus/entries';
import { forgetMenus, showMenus } from '@/lib/browser/menus/menus';
import { undoWords } from '@/lib/model/actions/texts';
import type { QuietDuration } from '@/lib/model/quiet/override';
import { isQuiet, quietOffers } from '@/lib/model/quiet/schedule';
import { lastAct } from '@/lib/worker/commands/undo';
import { createDisplay, type Reaction } from '@/lib/worker/core/reactions';
import type { Deps } from '@/lib/worker/core/session';
import { quietness, type State } from '@/lib/worker/core/state';

/** The browser's menus hold what the state says. */
export function createMenus({ store, now }: Deps) {
  const menus = createDisplay(showMenus);
  const show = rerunIfDirty(async () => menus.show(entriesFor(await store.read(), now())));
  const reaction: Reaction = {
    name: 'menus',
    // The status, because what can be undone and how long quiet may last depend on the time.
    follows: ['settings', 'pause', 'history', 'status'],
    run: show,
  };
  return {
    reaction,
    /** The browser has let us into its menus, or has taken out what was there. */
    anew: async (): Promise<void> => {
      menus.forget();
      await forgetMenus();
      await show();
    },
  };
}

function entriesFor(state: State, now: number) {
  const { status, settings } = state;
  const last = lastAct(state, now);
  return menuEntries({
    status,
    menus: settings.menus,
    quiet: durationsOf(state, now),
    undo: last && undoWords(last, now),
  });
}

function durationsOf(state: State, now: number): QuietDuration[] {
  const offered = quietOffers(now, state.settings.reminders).map(({ wish }) => wish);
  return isQuiet(quietness(state), now) ? [...offered, 'over'] : offered;
}
