import { readBoolean, readNumber, readObject, readOneOf } from './read';
import { BADGE_COUNTS, type BadgeCount, type TallySettings } from './tally';

/** What a person may choose. */
export interface Settings {
  /** Seconds between polls; 30 is the shortest an alarm can do. */
  pollSeconds: PollSeconds;
  badge: TallySettings;
}

export const POLL_SECONDS = [30, 60, 120, 300] as const;
export type PollSeconds = (typeof POLL_SECONDS)[number];

export const DEFAULT_SETTINGS: Settings = {
  pollSeconds: 30,
  badge: { count: 'messages', includeMuted: false, includeLowPriority: false },
};

/** Settings out of anything: what does not make sense takes its default. */
export function readSettings(value: unknown): Settings {
  const raw = readObject(value);
  const badge = readObject(raw?.badge);
  const seconds = readNumber(raw?.pollSeconds);
  const { badge: defaults } = DEFAULT_SETTINGS;
  return {
    pollSeconds: POLL_SECONDS.find((choice) => choice === seconds) ?? DEFAULT_SETTINGS.pollSeconds,
    badge: {
      count: readOneOf<BadgeCount>(badge?.count, BADGE_COUNTS) ?? defaults.count,
      includeMuted: readBoolean(badge?.includeMuted) ?? defaults.includeMuted,
      includeLowPriority: readBoolean(badge?.includeLowPriority) ?? defaults.includeLowPriority,
    },
  };
}

/** Some of the settings, to be changed. */
export interface SettingsChange {
  pollSeconds?: PollSeconds;
  badge?: Partial<TallySettings>;
}

export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  return { ...settings, ...change, badge: { ...settings.badge, ...change.badge } };
}

/** A change out of anything: what does not make sense changes nothing. */
export function readSettingsChange(value: unknown): SettingsChange {
  const raw = readObject(value);
  const badge = readObject(raw?.badge);
  const pollSeconds = POLL_SECONDS.find((choice) => choice === raw?.pollSeconds);
  const count = readOneOf<BadgeCount>(badge?.count, BADGE_COUNTS);
  const includeMuted = readBoolean(badge?.includeMuted);
  const includeLowPriority = readBoolean(badge?.includeLowPriority);
  return {
    ...(pollSeconds && { pollSeconds }),
    badge: {
      ...(count && { count }),
      ...(includeMuted !== undefined && { includeMuted }),
      ...(includeLowPriority !== undefined && { includeLowPriority }),
    },
  };
}
