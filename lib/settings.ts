import { readBoolean, readObject, readOneOf } from './read';
import { type DayHours, DEFAULT_HOURS, readTimeOfDay } from './rhythm';
import { BADGE_COUNTS, type BadgeCount, type TallySettings } from './tally';

/** What a person may choose. */
export interface Settings {
  /** Seconds between polls; 30 is the shortest an alarm can do. */
  pollSeconds: PollSeconds;
  /** Beeper tells us by itself, over its live socket. */
  isInstant: boolean;
  /** Seconds between polls while it does: a safety net, for what the socket loses. */
  safetySeconds: SafetySeconds;
  /** Letters and signs act as keys; switched off, only arrows, Enter and the like do. */
  singleKeys: boolean;
  badge: TallySettings;
  /** As the system, or always light or dark. */
  appearance: Appearance;
  /** The hours that reminders go by. */
  reminders: DayHours;
}

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

export const POLL_SECONDS = [30, 60, 120, 300] as const;
export type PollSeconds = (typeof POLL_SECONDS)[number];

export const SAFETY_SECONDS = [60, 120, 300, 600] as const;
export type SafetySeconds = (typeof SAFETY_SECONDS)[number];

export const DEFAULT_SETTINGS: Settings = {
  pollSeconds: 30,
  isInstant: true,
  safetySeconds: 300,
  singleKeys: true,
  badge: { count: 'messages', includeMuted: false, includeLowPriority: false },
  appearance: 'system',
  reminders: DEFAULT_HOURS,
};

/** Settings out of anything: what does not make sense takes its default. */
export function readSettings(value: unknown): Settings {
  const raw = readObject(value);
  const badge = readObject(raw?.badge);
  const { badge: defaults, reminders: hours, ...plain } = DEFAULT_SETTINGS;
  return {
    pollSeconds: readChoice(raw?.pollSeconds, POLL_SECONDS) ?? plain.pollSeconds,
    isInstant: readBoolean(raw?.isInstant) ?? plain.isInstant,
    safetySeconds: readChoice(raw?.safetySeconds, SAFETY_SECONDS) ?? plain.safetySeconds,
    singleKeys: readBoolean(raw?.singleKeys) ?? plain.singleKeys,
    badge: {
      count: readOneOf<BadgeCount>(badge?.count, BADGE_COUNTS) ?? defaults.count,
      includeMuted: readBoolean(badge?.includeMuted) ?? defaults.includeMuted,
      includeLowPriority: readBoolean(badge?.includeLowPriority) ?? defaults.includeLowPriority,
    },
    appearance: readOneOf(raw?.appearance, APPEARANCES) ?? plain.appearance,
    reminders: { ...hours, ...readHours(raw?.reminders) },
  };
}

/** Some of the settings, to be changed. */
export interface SettingsChange {
  pollSeconds?: PollSeconds;
  isInstant?: boolean;
  safetySeconds?: SafetySeconds;
  singleKeys?: boolean;
  badge?: Partial<TallySettings>;
  appearance?: Appearance;
  reminders?: Partial<DayHours>;
}

export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  return {
    ...settings,
    ...change,
    badge: { ...settings.badge, ...change.badge },
    reminders: { ...settings.reminders, ...change.reminders },
  };
}

/** A change out of anything: what does not make sense changes nothing. */
export function readSettingsChange(value: unknown): SettingsChange {
  const raw = readObject(value);
  const badge = readObject(raw?.badge);
  const pollSeconds = readChoice(raw?.pollSeconds, POLL_SECONDS);
  const isInstant = readBoolean(raw?.isInstant);
  const safetySeconds = readChoice(raw?.safetySeconds, SAFETY_SECONDS);
  const singleKeys = readBoolean(raw?.singleKeys);
  const count = readOneOf<BadgeCount>(badge?.count, BADGE_COUNTS);
  const includeMuted = readBoolean(badge?.includeMuted);
  const includeLowPriority = readBoolean(badge?.includeLowPriority);
  const appearance = readOneOf(raw?.appearance, APPEARANCES);
  return {
    ...(pollSeconds && { pollSeconds }),
    ...(isInstant !== undefined && { isInstant }),
    ...(safetySeconds && { safetySeconds }),
    ...(appearance && { appearance }),
    ...(singleKeys !== undefined && { singleKeys }),
    badge: {
      ...(count && { count }),
      ...(includeMuted !== undefined && { includeMuted }),
      ...(includeLowPriority !== undefined && { includeLowPriority }),
    },
    reminders: readHours(raw?.reminders),
  };
}

function readHours(value: unknown): Partial<DayHours> {
  const raw = readObject(value);
  const morning = readTimeOfDay(raw?.morning);
  const evening = readTimeOfDay(raw?.evening);
  return { ...(morning && { morning }), ...(evening && { evening }) };
}

function readChoice<T extends number>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value);
}
