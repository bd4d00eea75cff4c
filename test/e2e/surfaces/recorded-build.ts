import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { BrowserName } from '../../browsers/companion';
import { record } from './recorder';

const BUILDS: Record<BrowserName, string> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

/** The built extension, copied to a folder, with a recorder in front of all its scripts. */
export async function recordedBuild(
  name: BrowserName,
  { folder, sink, marker }: { folder: string; sink: string; marker: string },
): Promise<void> {
  await cp(BUILDS[name], folder, { recursive: true });
  const change = async (file: string, to: (text: string) => string) =>
    writeFile(join(folder, file), to(await readFile(join(folder, file), 'utf8')));
  // `__name` is what tsx puts into functions it compiles.
  const call = `(${String(record)})(${JSON.stringify(sink)}, ${JSON.stringify(marker)});`;
  const script = `{ const __name = (fn) => fn; ${call} }\n`;
  await writeFile(join(folder, 'recorder.js'), script);
  await change('background.js', (text) => script + text);
  for (const page of (await readdir(folder)).filter((file) => file.endsWith('.html'))) {
    await change(page, (html) =>
      html.replace('<head>', '<head><script src="/recorder.js"></script>'),
    );
  }
}
