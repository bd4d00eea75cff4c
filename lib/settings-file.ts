import { readNumber, readObject } from './read';
import { readSettingsChange, type Settings, type SettingsChange } from './settings';

/** What tells our files from others. */
const FORMAT = 'companion-for-beeper settings';
const VERSION = 1;

/** The settings as a file: nothing of Beeper's is in it but the ids of chats and accounts chosen. */
export function settingsFile(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, undefined, 2)}\n`;
}

/** Whom the settings may be about. */
export interface Known {
  hasChat(id: string): boolean;
  hasAccount(id: string): boolean;
}

export type Imported =
  | { problem: 'noFile' | 'notOurs' | 'newer' }
  | {
      change: SettingsChange;
      /** Settings in it that make no sense here; those stay as they are. */
      unread: readonly string[];
      /** How many chats and accounts in it are not known here; they are left out. */
      unknown: number;
    };

/** Reads a file. What cannot be read changes nothing, and is told. */
export function readSettingsFile(text: string, known: Known): Imported {
  const raw = readObject(parse(text));
  if (!raw) return { problem: 'noFile' };
  const given = readObject(raw.settings);
  if (raw.format !== FORMAT || !given) return { problem: 'notOurs' };
  if ((readNumber(raw.version) ?? 0) > VERSION) return { problem: 'newer' };
  const change = readSettingsChange(given);
  const chosen = change.notify?.chosen;
  const leftOut = change.badge?.leftOut;
  const chats = chosen?.filter((id) => known.hasChat(id));
  const accounts = leftOut?.filter((id) => known.hasAccount(id));
  return {
    change: {
      ...change,
      notify: { ...change.notify, ...(chats && { chosen: chats }) },
      badge: { ...change.badge, ...(accounts && { leftOut: accounts }) },
    },
    unread: missing(given, change),
    unknown: lost(chosen, chats) + lost(leftOut, accounts),
  };
}

function lost(before: readonly string[] = [], after: readonly string[] = []): number {
  return before.length - after.length;
}

/** Names of what is given and was not read, such as `badge.count`. */
function missing(given: object, read: object, path = ''): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const found = (read as Record<string, unknown>)[name];
    if (found === undefined) return [path + name];
    const [inner, innerFound] = [readObject(value), readObject(found)];
    return inner && innerFound ? missing(inner, innerFound, `${path}${name}.`) : [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
