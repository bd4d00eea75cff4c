import { language } from '../../lib/i18n';
import { once } from '../../lib/parallel';
import type { ReadWords } from '../../lib/remind-choice';
import type { Rhythm } from '../../lib/rhythm';
import type { Said } from '../../lib/typed-time';

/** Reads what understands typed words: a tenth of the package, which few openings need. */
const load = once(() => import('../../lib/typed-time'));

/** Understands words as they are meant where the person is, now. */
export async function understand(words: string, rhythm: Rhythm): Promise<Said> {
  const { readTypedTime } = await load();
  return readTypedTime(words, { now: Date.now(), rhythm, locale: language() });
}

export async function loadReadWords(rhythm: Rhythm): Promise<ReadWords> {
  const { readTypedTime } = await load();
  return (words, now) => {
    const said = readTypedTime(words, { now, rhythm, locale: language() });
    return said.state === 'ahead' ? said : undefined;
  };
}
