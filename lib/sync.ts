import { readMoment, readObject } from './read';
import { changeSettings, readSettingsChange, type Settings, type SettingsChange } from './settings';

/** Whether the settings follow the person to other browsers, which only the person says. */
export interface Sync {
  isOn: boolean;
  /** When they were last changed by hand, here or elsewhere, ms; 0: never while it was on. */
  at: number;
}

export const NO_SYNC: Sync = { isOn: false, at: 0 };

export function readSync(value: unknown): Sync | undefined {
  const raw = readObject(value);
  return raw && { isOn: raw.isOn === true, at: readMoment(raw.at) ?? 0 };
}

/** What the browser carries: settings and when they were changed. */
export interface Synced {
  at: number;
  settings: SettingsChange;
}

export function readSynced(value: unknown): Synced | undefined {
  const raw = readObject(value);
  const at = readMoment(raw?.at);
  return raw && at !== undefined
    ? { at, settings: withoutIDs(readSettingsChange(raw.settings)) }
    : undefined;
}

/** Nothing that names a chat or an account leaves this browser: those choices stay here. */
export function withoutIDs(settings: SettingsChange): SettingsChange {
  const { chosen: _chats, ...notify } = settings.notify ?? {};
  const { leftOut: _accounts, ...badge } = settings.badge ?? {};
  return { ...settings, notify, badge };
}

/** The moment of a change made by hand: later than any known, whatever the clocks say. */
export function changedAt({ at }: Sync, now: number): number {
  return Math.max(now, at + 1);
}

/** What to do when settings here and those carried differ: the later change wins, whole. */
export type SyncStep = 'put' | 'take' | 'none';

/**
 * Every browser comes to the same answer: the later one wins, and of two of the same moment the one
 * that sorts after the other. Who has changed nothing while it was on takes what is there.
 */
export function syncStep(settings: Settings, { at }: Sync, synced: Synced | undefined): SyncStep {
  if (!synced) return 'put';
  const [ours, theirs] = [textOf(settings), textOf(changeSettings(settings, synced.settings))];
  if (synced.at !== at) return synced.at > at ? 'take' : 'put';
  if (ours === theirs) return 'none';
  return theirs > ours ? 'take' : 'put';
}

function textOf(settings: Settings): string {
  return JSON.stringify(withoutIDs(settings));
}
