import { readMoment, readObject, readOneOf, readText } from '@/lib/base/parse';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettingsChange,
  type Settings,
  type SettingsChange,
} from './settings';

/** Whether the settings follow the person to other browsers, which only the person says. */
export interface Sync {
  isOn: boolean;
  /** When they were last changed by hand, here or elsewhere, ms; 0: never. */
  at: number;
  /** It has been switched on, and what is carried is yet to be met. */
  isJoining?: boolean;
  /** What gave way when it was met, to be had back. */
  gaveWay?: GaveWay;
  /** Why the browser does not carry them, in its own words. */
  trouble?: string;
}

const SIDES = ['ours', 'theirs'] as const;
export type Side = (typeof SIDES)[number];

/** Settings that others took the place of: those of this browser, or those that were carried. */
export interface GaveWay {
  whose: Side;
  settings: SettingsChange;
}

export const NO_SYNC: Sync = { isOn: false, at: 0 };

export function readSync(value: unknown): Sync | undefined {
  const raw = readObject(value);
  if (!raw) return undefined;
  const gaveWay = readGaveWay(raw.gaveWay);
  const trouble = readText(raw.trouble);
  return {
    isOn: raw.isOn === true,
    at: readMoment(raw.at) ?? 0,
    ...(raw.isJoining === true && { isJoining: true }),
    ...(gaveWay && { gaveWay }),
    ...(trouble && { trouble }),
  };
}

function readGaveWay(value: unknown): GaveWay | undefined {
  const raw = readObject(value);
  const whose = readSide(raw?.whose);
  return raw && whose && { whose, settings: withoutIDs(readSettingsChange(raw.settings)) };
}

export function readSide(value: unknown): Side | undefined {
  return readOneOf(value, SIDES);
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

/** Nobody has chosen anything here: there is nothing to carry, and nothing to lose. */
export function isUntouched(settings: Settings, { at }: Sync): boolean {
  return at === 0 && textOf(settings) === textOf(DEFAULT_SETTINGS);
}

/** Whether what is carried says what holds here already. */
export function isSame(settings: Settings, synced: Synced): boolean {
  return textOf(settings) === textOf(changeSettings(settings, synced.settings));
}

/** What to do when settings here and those carried differ: the later change wins, whole. */
export type SyncStep = 'put' | 'take' | 'none';

/**
 * Every browser comes to the same answer: the later one wins, and of two of the same moment the one
 * that sorts after the other. Settings that nobody has touched win over nothing.
 */
export function syncStep(settings: Settings, sync: Sync, synced: Synced | undefined): SyncStep {
  const isOurs = !isUntouched(settings, sync);
  if (!synced) return isOurs ? 'put' : 'none';
  if (isOurs && synced.at !== sync.at) return synced.at > sync.at ? 'take' : 'put';
  if (isSame(settings, synced)) return 'none';
  const theirs = textOf(changeSettings(settings, synced.settings));
  return !isOurs || theirs > textOf(settings) ? 'take' : 'put';
}

function textOf(settings: Settings): string {
  return JSON.stringify(withoutIDs(settings));
}
