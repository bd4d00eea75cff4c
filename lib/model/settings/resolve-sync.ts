import { changeSettings, type Settings } from './settings';
import {
  changedAt,
  type GaveWay,
  isSame,
  isUntouched,
  type Side,
  type Sync,
  type Synced,
  type SyncStep,
  syncStep,
  withoutIDs,
} from './sync';

/** The settings here, and what is known of them elsewhere. */
export interface Shared {
  settings: Settings;
  sync: Sync;
}

/** What is here once it has met what is carried. */
export function settled(shared: Shared, synced: Synced | undefined, now: number): Shared {
  const { settings, sync } = shared;
  if (!sync.isOn) return shared;
  const step = syncStep(settings, sync, synced);
  const met = sync.isJoining ? joined(sync, gaveWay(shared, synced, step)) : sync;
  if (step === 'take' && synced) {
    return {
      settings: changeSettings(settings, synced.settings),
      sync: { ...met, at: synced.at },
    };
  }
  return { settings, sync: step === 'put' && met.at === 0 ? { ...met, at: now } : met };
}

function joined({ isJoining: _now, ...sync }: Sync, lost: GaveWay | undefined): Sync {
  return { ...sync, ...(lost && { gaveWay: lost }) };
}

/** What somebody may miss once it has been joined; defaults nobody misses. */
function gaveWay(
  { settings, sync }: Shared,
  synced: Synced | undefined,
  step: SyncStep,
): GaveWay | undefined {
  if (!synced || isUntouched(settings, sync) || isSame(settings, synced)) return undefined;
  return step === 'take'
    ? { whose: 'ours', settings: withoutIDs(settings) }
    : { whose: 'theirs', settings: synced.settings };
}

/**
 * What gave way is had back, and what is here gives way to it: that may be had back as well.
 * `null`: nobody wants it back. What has been had back already is not had back again.
 */
export function withChosen(shared: Shared, whose: Side | null, now: number): Shared {
  const { gaveWay: lost, ...sync } = shared.sync;
  if (!lost || (whose && whose !== lost.whose)) return shared;
  if (!whose) return { settings: shared.settings, sync };
  return {
    settings: changeSettings(shared.settings, lost.settings),
    sync: {
      ...sync,
      at: changedAt(sync, now),
      gaveWay: {
        whose: whose === 'ours' ? 'theirs' : 'ours',
        settings: withoutIDs(shared.settings),
      },
    },
  };
}

/** Switched on or off by hand; what is so already stays as it is. */
export function switched(sync: Sync, isOn: boolean): Sync {
  if (sync.isOn === isOn) return sync;
  const { isJoining: _joining, trouble: _trouble, ...rest } = sync;
  return { ...rest, isOn, ...(isOn && { isJoining: true }) };
}

/** `undefined`: the browser carries them. */
export function withSyncTrouble(sync: Sync, trouble: string | undefined): Sync {
  if (!sync.isOn || sync.trouble === trouble) return sync;
  const { trouble: _before, ...rest } = sync;
  return { ...rest, ...(trouble && { trouble }) };
}
