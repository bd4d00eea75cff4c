import { readFile } from 'node:fs/promises';

import type { ResolvedPublicFile } from 'wxt';

const MESSAGES = /^_locales[\\/][^\\/]+[\\/]messages\.json$/;

/** Packs the words without the spaces that people read them with: 2 KB of the zip. */
export async function withSmallMessages(files: ResolvedPublicFile[]): Promise<void> {
  for (const [index, { relativeDest, ...file }] of files.entries()) {
    if (!MESSAGES.test(relativeDest) || !('absoluteSrc' in file)) continue;
    const contents = JSON.stringify(JSON.parse(await readFile(file.absoluteSrc, 'utf8')));
    files[index] = { relativeDest, contents };
  }
}
