import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

import { settledZip } from '../../build/settle-zip';

const KB = 1024;

/** Sizes that nobody would have wanted, bytes: an alarm to look into, not a budget to write code for. */
export const ALARMS = { popupScripts: 60 * KB, zip: 320 * KB };

/** The scripts `popup.html` names, and those they import. */
export function popupScripts(folder: string): string[] {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const source = readFileSync(join(folder, path), 'utf8');
    for (const [, name = ''] of source.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g)) {
      visit(join(dirname(path), name));
    }
  };
  const html = readFileSync(join(folder, 'popup.html'), 'utf8');
  for (const [, source = ''] of html.matchAll(/<script[^>]+src="\/([^"]+)"/g)) visit(source);
  return [...seen].map((path) => join(folder, path));
}

/** Bytes of all of them, each gzipped for itself as it is fetched. */
export function gzipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

/** Bytes of the package that `npm run zip` makes of a build. */
export async function zipSize(build: string): Promise<number> {
  const files = readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const contents = files.map(
    (file) => [relative(build, file).replaceAll('\\', '/'), readFileSync(file)] as const,
  );
  return (await settledZip(new Map(contents))).length;
}
