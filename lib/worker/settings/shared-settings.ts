import { rerunIfDirty } from '@/lib/base/async';
import { CompanionError } from '@/lib/base/errors';
import {
  settled,
  type Shared,
  switched,
  withChosen,
  withSyncTrouble,
} from '@/lib/model/settings/resolve-sync';
import { changedAt, type Sync, syncStep, withoutIDs } from '@/lib/model/settings/sync';
import type { Handlers } from '@/lib/requests/bridge';
import { loadSynced, saveSynced } from '@/lib/storage/synced-settings';
import type { Deps } from '@/lib/worker/core/session';
import { type State, withDeferred } from '@/lib/worker/core/state';

export interface SharedSettings {
  /** Brings settings here and those the browser carries together. */
  tend(): Promise<void>;
  /** Tries again what the browser refused. */
  retry(): Promise<void>;
  handlers: Pick<Handlers, 'setSync' | 'settleSync'>;
}

/** Settings that follow the person, where the person wants it. */
export function createSharedSettings({ store, now }: Deps): SharedSettings {
  const change = (work: (shared: Shared) => Shared) =>
    store.update((state) => withShared(state, work(state), now()));
  const changeSync = (work: (sync: Sync) => Sync) =>
    change(({ settings, sync }) => ({ settings, sync: work(sync) }));

  const meet = async () => {
    const synced = await loadSynced();
    // From what is here now: it may have been changed while the browser was asked.
    const { settings, sync } = await change((shared) => settled(shared, synced, now()));
    if (!sync.isOn || syncStep(settings, sync, synced) !== 'put') return;
    await saveSynced({ at: sync.at, settings: withoutIDs(settings) });
  };

  const tend = rerunIfDirty(async () => {
    if (!(await store.read()).sync.isOn) return;
    const trouble = await meet().then(() => undefined, troubleOf);
    await changeSync((sync) => withSyncTrouble(sync, trouble));
  });
  return {
    tend,
    retry: async () => {
      if ((await store.read()).sync.trouble !== undefined) await tend();
    },
    handlers: {
      setSync: async ({ isOn }) => {
        await changeSync((sync) => switched(sync, isOn));
        await tend();
      },
      settleSync: async ({ bring }) => {
        await change((shared) => withChosen(shared, bring, now()));
        await tend();
      },
    },
  };
}

/** The settings were changed by hand: that counts as later than all that is known. */
export function withChangeAt(state: State, now: number): State {
  return { ...state, sync: { ...state.sync, at: changedAt(state.sync, now) } };
}

function withShared(state: State, { settings, sync }: Shared, now: number): State {
  if (state.settings !== settings) return { ...withDeferred(state, now), settings, sync };
  return state.sync === sync ? state : { ...state, sync };
}

/** Longer than what any browser says. */
const LONGEST = 300;

/** What the browser's storage says; a fault of ours is none of its. */
function troubleOf(error: unknown): string {
  if (error instanceof CompanionError) throw error;
  return (error instanceof Error && error.message.slice(0, LONGEST)) || String(error);
}
