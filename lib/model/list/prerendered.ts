import { warn } from '@/lib/base/log';
import { readNumber, readObject, readString } from '@/lib/base/parse';
import { isSameDay } from '@/lib/text/format-time';
import { direction, language } from '@/lib/text/i18n';
import { type VNodeData, readVNodeData } from './markup';
import type { PopupSummary } from './summary';

/** What the popup shows before any code of its own runs. */
export interface PrerenderedPopup {
  /** Its words are of this language, and its times of this day, ms: otherwise they are wrong. */
  language: string;
  day: number;
  /** Which way the page runs. */
  dir: string;
  markup: VNodeData;
}

/** Draws a summary. `components/popup/prerender/FirstFrame` does so; lib knows nothing of it. */
export type Prerender = (summary: PopupSummary, now: number) => VNodeData;

/** `null` while no Beeper is connected. */
export function prerenderedOf(
  summary: PopupSummary,
  now: number,
  draw: Prerender,
): PrerenderedPopup | null {
  if (!summary.status.isConnected) return null;
  try {
    const markup = draw(summary, now);
    // The day is all that matters: the same frame again is not worth a write.
    const day = new Date(now).setHours(0, 0, 0, 0);
    return { language: language(), day, dir: direction(), markup };
  } catch (error) {
    // It would only have saved a moment; what it goes with must be stored.
    warn('the first frame could not be drawn', error);
    return null;
  }
}

export function readPrerendered(value: unknown): PrerenderedPopup | undefined {
  const raw = readObject(value);
  const told = readString(raw?.language);
  const day = readNumber(raw?.day);
  const dir = readString(raw?.dir);
  const markup = readVNodeData(raw?.markup);
  if (!told || !dir || day === undefined || !markup) return undefined;
  return { language: told, day, dir, markup };
}

export function isOfToday(frame: PrerenderedPopup, now: number): boolean {
  return frame.language === language() && isSameDay(frame.day, now);
}
