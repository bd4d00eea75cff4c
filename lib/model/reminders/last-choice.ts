import { readBoolean, readObject, readOneOf, readText } from '@/lib/base/parse';
import type { Intent } from '@/lib/model/actions/intent';
import type { DayPreferences } from '@/lib/model/reminders/times/day-preferences';
import {
  type Moment,
  PRESET_NAMES,
  presetOfSpec,
  type PresetName,
} from '@/lib/model/reminders/times/presets';

/** What a person meant by the time of a reminder: it is another moment tomorrow. */
export type TimeSpec = { preset: PresetName } | { words: string };

/** What goes with a reminder, whenever it is. */
export interface RemindWay {
  dismissOnIncoming: boolean;
  /** The chat goes to the archive until then. */
  archives: boolean;
}

/** How somebody chose to be reminded, to be done the same way again. */
export interface RemindChoice extends RemindWay {
  meant: TimeSpec;
}

/** Reads typed words; what they do not say, or say of the past, is no moment. */
export type ReadWords = (words: string, now: number) => Moment | undefined;

/** What is to be done with a chat. First the reminder, which is told first. */
export function remindIntents({ at, wall }: Moment, way: RemindWay): Intent[] {
  const { dismissOnIncoming, archives } = way;
  return [
    { kind: 'remind', at, dismissOnIncoming, ...(wall && { wall }) },
    ...(archives ? [{ kind: 'archive' } as const] : []),
  ];
}

/** The moment meant, now; nothing where its day is over: it is not quietly made another. */
export function momentOfSpec(
  meant: TimeSpec,
  now: number,
  dayPreferences: DayPreferences,
  readWords: ReadWords | undefined,
): Moment | undefined {
  return 'preset' in meant
    ? presetOfSpec(meant.preset, now, dayPreferences)
    : readWords?.(meant.words, now);
}

export function readRemindChoice(value: unknown): RemindChoice | undefined {
  const raw = readObject(value);
  const meant = readTimeSpec(raw?.meant);
  return (
    meant && {
      meant,
      dismissOnIncoming: readBoolean(raw?.dismissOnIncoming) ?? false,
      archives: readBoolean(raw?.archives) ?? false,
    }
  );
}

function readTimeSpec(value: unknown): TimeSpec | undefined {
  const raw = readObject(value);
  const preset = readOneOf<PresetName>(raw?.preset, PRESET_NAMES);
  const words = readText(raw?.words);
  if (preset) return { preset };
  return words ? { words } : undefined;
}
