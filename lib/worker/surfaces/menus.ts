import { singleAgain } from '@/lib/base/async';
import { menuEntries } from '@/lib/browser/menus/entries';
import { forgetMenus, showMenus } from '@/lib/browser/menus/menus';
import { undoWords } from '@/lib/model/actions/texts';
import type { QuietWish } from '@/lib/model/quiet/override';
import { isQuiet, quietOffers } from '@/lib/model/quiet/schedule';
import { lastAct } from '@/lib/worker/actions/undo';
import type { Deps } from '@/lib/worker/core/session';
import { quietness, type State } from '@/lib/worker/core/state';

/** Has the browser's menus hold what the state says, unless they already do. */
export function createMenus({ store, now }: Deps) {
  let shown = '';
  const show = singleAgain(async () => {
    const entries = entriesFor(await store.read(), now());
    const wanted = JSON.stringify(entries);
    if (wanted === shown) return;
    await showMenus(entries);
    shown = wanted;
  });
  return {
    show,
    /** The browser has let us into its menus, or has taken out what was there. */
    anew: async (): Promise<void> => {
      shown = '';
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
    quiet: wishesOf(state, now),
    undo: last && undoWords(last, now),
  });
}

function wishesOf(state: State, now: number): QuietWish[] {
  const offered = quietOffers(now, state.settings.reminders).map(({ wish }) => wish);
  return isQuiet(quietness(state), now) ? [...offered, 'over'] : offered;
}
