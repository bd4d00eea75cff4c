import { readArray, readNumber, readObject } from '@/lib/base/parse';
import { readSettingsChange, type Settings, type SettingsChange } from './settings';

/** What tells our files from others. */
const FORMAT = 'companion-for-beeper settings';
const VERSION = 1;

/** More than ours come to with as much chosen as may be (lib/base/parse-ids.ts), bytes. */
export const LARGEST_FILE = 256 * 1024;

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
  | { problem: 'noFile' | 'tooLarge' | 'notOurs' | 'newer' }
  | {
      change: SettingsChange;
      /** Settings in it that make no sense here; those stay as they are. */
      unread: readonly string[];
      /** How many chats and accounts in it are not known here; they are left out. */
      unknown: number;
    };

/** Takes a file somebody has chosen; one the disk does not give is as good as none. */
export async function importFile(file: Blob, known: Known): Promise<Imported> {
  if (file.size > LARGEST_FILE) return { problem: 'tooLarge' };
  const text = await file.text().catch(() => '');
  return readSettingsFile(text, known);
}

/** Reads a file. What cannot be read changes nothing, and is told. */
export function readSettingsFile(text: string, known: Known): Imported {
  const raw = readObject(parse(text));
  if (!raw) return { problem: 'noFile' };
  const given = readObject(raw.settings);
  if (raw.format !== FORMAT || !given) return { problem: 'notOurs' };
  if ((readNumber(raw.version) ?? 0) > VERSION) return { problem: 'newer' };
  const change = readSettingsChange(given);
  const chats = change.notify?.chosen?.filter((id) => known.hasChat(id));
  const accounts = change.badge?.leftOut?.filter((id) => known.hasAccount(id));
  return {
    change: {
      ...change,
      notify: { ...change.notify, ...(chats && { chosen: chats }) },
      badge: { ...change.badge, ...(accounts && { leftOut: accounts }) },
    },
    unread: missing(given, change),
    unknown:
      lost(readObject(given.notify)?.chosen, chats) +
      lost(readObject(given.badge)?.leftOut, accounts),
  };
}

/** How many of a list are not taken; what is no list is told as a setting that makes no sense. */
function lost(given: unknown, taken: readonly string[] = []): number {
  return (readArray(given)?.length ?? 0) - taken.length;
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
