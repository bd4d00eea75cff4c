import { warn } from '@/lib/base/log';
import {
  type TimeSpec,
  momentOfSpec,
  type ReadWords,
  type RemindChoice,
} from '@/lib/model/reminders/last-choice';
import {
  type DayHours,
  DEFAULT_HOURS,
  type DayPreferences,
  weekendOf,
} from '@/lib/model/reminders/times/day-preferences';
import type { Moment } from '@/lib/model/reminders/times/presets';
import { ask } from '@/lib/requests/bridge';
import { ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import { language } from '@/lib/text/i18n';
import { loadReadWords } from './load-typed-time';

/** What reminders go by: the person's hours, and how one was last chosen. */
export interface RemindMemory {
  dayPreferences: DayPreferences;
  lastChoice: RemindChoice | null;
  /** Only there where the last choice was words. */
  readWords?: ReadWords;
}

let known: RemindMemory | undefined;

/** As it was last read. */
export function knownMemory(): RemindMemory | undefined {
  return known;
}

/** What cannot be read is as if it had never been chosen: the menu opens all the same. */
export async function readMemory(): Promise<RemindMemory> {
  known = await read().catch((error: unknown) => {
    warn('what reminders go by could not be read', error);
    return known ?? { dayPreferences: dayPreferencesOf(DEFAULT_HOURS), lastChoice: null };
  });
  return known;
}

async function read(): Promise<RemindMemory> {
  const [settings, lastChoice] = await Promise.all([
    loadItem(ITEMS.settings),
    loadItem(ITEMS.lastChoice),
  ]);
  const dayPreferences = dayPreferencesOf(settings.reminders);
  const hasWords = lastChoice !== null && 'words' in lastChoice.meant;
  return {
    dayPreferences,
    lastChoice,
    ...(hasWords && { readWords: await loadReadWords(dayPreferences) }),
  };
}

function dayPreferencesOf(hours: DayHours): DayPreferences {
  return { ...hours, weekend: weekendOf(language()) };
}

/** What was last meant, and the moment it is now; nothing where that is not ahead. */
export function lastTimeSpec(
  { dayPreferences, lastChoice, readWords }: RemindMemory,
  now: number,
): { meant: TimeSpec; moment: Moment } | undefined {
  const moment = lastChoice && momentOfSpec(lastChoice.meant, now, dayPreferences, readWords);
  return moment ? { meant: lastChoice.meant, moment } : undefined;
}

export function remember(choice: RemindChoice): void {
  // One that was forgotten costs a key more the next time.
  ask('rememberChoice', choice).catch((error: unknown) => warn('a choice was forgotten', error));
}
