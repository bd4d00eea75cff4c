import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import JSZip from 'jszip';

import { npm, run } from '../run/child';

export interface Package {
  /** `chrome`, `environment`, `firefox` or `sources`. */
  name: string;
  path: string;
  /** SHA-256, hex. */
  hash: string;
}

/** The packages of this commit, made in a clone of its own. */
export async function fromClone(folder: string): Promise<Package[]> {
  await must({ program: 'git', args: ['clone', '--quiet', '.', folder] });
  await must(npm(['ci', '--silent', '--prefix', folder]));
  await must(npm(['run', '--silent', '--prefix', folder, 'zip']));
  return packagesIn(folder);
}

/** What Mozilla's reviewers do with the sources: they unpack them and make the package. */
export async function fromSources(path: string, folder: string): Promise<Package[]> {
  const zip = await JSZip.loadAsync(await readFile(path));
  for (const file of Object.values(zip.files)) {
    const target = join(folder, file.name);
    await mkdir(dirname(target), { recursive: true });
    if (!file.dir) await writeFile(target, await file.async('nodebuffer'));
  }
  await must(npm(['ci', '--silent', '--prefix', folder]));
  await must(npm(['run', '--silent', '--prefix', folder, 'zip:firefox']));
  return packagesIn(folder);
}

async function packagesIn(folder: string): Promise<Package[]> {
  const output = join(folder, '.output');
  const names = (await readdir(output)).filter((name) => name.endsWith('.zip'));
  return Promise.all(
    names.toSorted().map(async (file) => {
      const path = join(output, file);
      const name = /-(\w+)\.zip$/.exec(file)?.[1] ?? file;
      return {
        name,
        path,
        hash: createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      };
    }),
  );
}

async function must(command: Parameters<typeof run>[0]): Promise<void> {
  const status = await run(command);
  if (status !== 0) throw new Error(`${command.args.join(' ')} ended with ${status}.`);
}
