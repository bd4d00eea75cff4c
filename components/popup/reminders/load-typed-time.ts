import { once } from '@/lib/base/async';
import type { ReadWords } from '@/lib/model/reminders/last-choice';
import type { DayPreferences } from '@/lib/model/reminders/times/day-preferences';
import type { Said } from '@/lib/model/reminders/times/typed';
import { language } from '@/lib/text/i18n';

/** Reads what understands typed words: a tenth of the package, which few openings need. */
const load = once(() => import('@/lib/model/reminders/times/typed'));

/** Understands words as they are meant where the person is, now. */
export async function understand(words: string, dayPreferences: DayPreferences): Promise<Said> {
  const { readTypedTime } = await load();
  return readTypedTime(words, { now: Date.now(), dayPreferences, locale: language() });
}

export async function loadReadWords(dayPreferences: DayPreferences): Promise<ReadWords> {
  const { readTypedTime } = await load();
  return (words, now) => {
    const said = readTypedTime(words, { now, dayPreferences, locale: language() });
    return said.state === 'ahead' ? said : undefined;
  };
}
