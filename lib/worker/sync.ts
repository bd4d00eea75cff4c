import type { Handlers } from '../bridge';
import { singleAgain } from '../parallel';
import { changeSettings, type Settings } from '../settings';
import { changedAt, NO_SYNC, syncStep, withoutIDs } from '../sync';
import { loadSynced, saveSynced } from '../synced-settings';
import type { Deps } from './session';
import { type State, withHeldBack } from './state';

export interface Syncing {
  /** Brings settings here and those the browser carries together. */
  tend(): Promise<void>;
  handlers: Pick<Handlers, 'setSync'>;
}

/** Settings that follow the person, where the person wants it. */
export function createSync({ store, now }: Deps): Syncing {
  const put = async (settings: Settings, at: number) => {
    await store.update((state) =>
      state.sync.at === at ? state : { ...state, sync: { ...state.sync, at } },
    );
    await saveSynced({ at, settings: withoutIDs(settings) });
  };

  const tend = singleAgain(async () => {
    const { settings, sync } = await store.read();
    if (!sync.isOn) return;
    const synced = await loadSynced();
    const step = syncStep(settings, sync, synced);
    if (step === 'put') await put(settings, sync.at || now());
    if (step !== 'take' || !synced) return;
    await store.update((state) => ({
      ...withHeldBack(state, now()),
      settings: changeSettings(state.settings, synced.settings),
      sync: { ...state.sync, at: synced.at },
    }));
  });
  return {
    tend,
    handlers: {
      // What is carried already is taken over: who switches it on wants the same here as there.
      setSync: async ({ isOn }) => {
        await store.update((state) => ({ ...state, sync: { ...NO_SYNC, isOn } }));
        await tend();
      },
    },
  };
}

/** The settings were changed by hand: that counts as later than all that is known. */
export function withChangeAt(state: State, now: number): State {
  const { sync } = state;
  return sync.isOn ? { ...state, sync: { ...sync, at: changedAt(sync, now) } } : state;
}
