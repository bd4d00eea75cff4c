import { readFile } from 'node:fs/promises';

import type { ResolvedPublicFile } from 'wxt';

const MESSAGES = /^_locales[\\/][^\\/]+[\\/]messages\.json$/;
/** Forms of plurals that English, which browsers read where a language has nothing, does not have. */
const FORM = /_(?:zero|two|few|many)$/;

export type Words = Readonly<Record<string, { message: string } | undefined>>;

/** Packs the words without the spaces that people read them with, and no form twice: 3 KB of the zip. */
export async function withSmallMessages(files: ResolvedPublicFile[]): Promise<void> {
  for (const [index, { relativeDest, ...file }] of files.entries()) {
    if (!MESSAGES.test(relativeDest) || !('absoluteSrc' in file)) continue;
    const words = JSON.parse(await readFile(file.absoluteSrc, 'utf8')) as Words;
    files[index] = { relativeDest, contents: JSON.stringify(withoutRepeats(words)) };
  }
}

/** Without forms that say what the one for all other numbers says, which is then read (lib/i18n.ts). */
export function withoutRepeats(words: Words): Words {
  const isRepeat = ([key, word]: Entry) =>
    FORM.test(key) && word?.message === words[key.replace(FORM, '_other')]?.message;
  return Object.fromEntries(Object.entries(words).filter((entry) => !isRepeat(entry)));
}

type Entry = [string, Words[string]];
