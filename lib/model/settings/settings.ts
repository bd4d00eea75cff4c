import { readBoolean, readObject, readOneOf } from '@/lib/base/parse';
import { readPart, type Readers } from '@/lib/base/parse-part';
import {
  DEFAULT_COUNT_SETTINGS,
  COUNT_READERS,
  type CountSettings,
} from '@/lib/model/badge/settings';
import {
  DEFAULT_NOTIFY,
  NOTIFY_READERS,
  type NotifySettings,
} from '@/lib/model/notifications/settings';
import { DEFAULT_QUIET, QUIET_READERS, type QuietSettings } from '@/lib/model/quiet/settings';
import {
  type DayHours,
  DEFAULT_HOURS,
  readTimeOfDay,
} from '@/lib/model/reminders/times/day-preferences';
import { DEFAULT_MENUS, MENU_READERS, type MenuSettings } from './menus';

/** What a person may choose. */
export interface Settings extends PlainSettings, Groups {}

interface PlainSettings {
  /** Seconds between polls; 30 is the shortest an alarm can do. */
  pollSeconds: PollSeconds;
  /** Beeper tells us by itself, over its live socket. */
  isInstant: boolean;
  /** Seconds between polls while it does: a safety net, for what the socket loses. */
  safetySeconds: SafetySeconds;
  /** Letters and signs act as keys; switched off, only arrows, Enter and the like do. */
  singleKeys: boolean;
  /** As the system, or always light or dark. */
  appearance: Appearance;
}

/** What is changed by one member at a time. */
interface Groups {
  badge: CountSettings;
  notify: NotifySettings;
  quiet: QuietSettings;
  menus: MenuSettings;
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
  badge: DEFAULT_COUNT_SETTINGS,
  notify: DEFAULT_NOTIFY,
  quiet: DEFAULT_QUIET,
  menus: DEFAULT_MENUS,
  appearance: 'system',
  reminders: DEFAULT_HOURS,
};

const PLAIN_READERS: Readers<PlainSettings> = {
  pollSeconds: (value) => readChoice(value, POLL_SECONDS),
  isInstant: readBoolean,
  safetySeconds: (value) => readChoice(value, SAFETY_SECONDS),
  singleKeys: readBoolean,
  appearance: (value) => readOneOf(value, APPEARANCES),
};

const HOURS_READERS: Readers<DayHours> = { morning: readTimeOfDay, evening: readTimeOfDay };

/** Settings out of anything: what does not make sense takes its default. */
export function readSettings(value: unknown): Settings {
  return changeSettings(DEFAULT_SETTINGS, readSettingsChange(value));
}

/** Some of the settings, to be changed. */
export type SettingsChange = Partial<PlainSettings> & {
  [N in keyof Groups]?: Partial<Groups[N]>;
};

export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  return {
    ...settings,
    ...change,
    badge: { ...settings.badge, ...change.badge },
    notify: { ...settings.notify, ...change.notify },
    quiet: { ...settings.quiet, ...change.quiet },
    menus: { ...settings.menus, ...change.menus },
    reminders: { ...settings.reminders, ...change.reminders },
  };
}

/** A change out of anything: what does not make sense changes nothing. */
export function readSettingsChange(value: unknown): SettingsChange {
  const raw = readObject(value);
  return {
    ...readPart(raw, PLAIN_READERS),
    badge: readPart(raw?.badge, COUNT_READERS),
    notify: readPart(raw?.notify, NOTIFY_READERS),
    quiet: readPart(raw?.quiet, QUIET_READERS),
    menus: readPart(raw?.menus, MENU_READERS),
    reminders: readPart(raw?.reminders, HOURS_READERS),
  };
}

function readChoice<T extends number>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value);
}
