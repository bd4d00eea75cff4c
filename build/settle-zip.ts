import { readFile, writeFile } from 'node:fs/promises';

import JSZip from 'jszip';

/** The earliest moment a zip can tell. */
const ALWAYS = new Date('1980-01-01T00:00:00Z');

/** Writes a zip anew so that it depends on nothing but the files in it: their order, no times. */
export async function settleZip(path: string): Promise<void> {
  const { files } = await JSZip.loadAsync(await readFile(path));
  const contents = new Map<string, Buffer>();
  for (const file of Object.values(files)) {
    if (!file.dir) contents.set(file.name, await file.async('nodebuffer'));
  }
  await writeFile(path, await settledZip(contents));
}

/** @param contents of the files, by their paths */
export function settledZip(contents: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new JSZip();
  for (const name of [...contents.keys()].toSorted()) {
    zip.file(name, contents.get(name) ?? '', OPTIONS);
  }
  return zip.generateAsync(FORM);
}

const OPTIONS = { date: ALWAYS, createFolders: false };
const FORM = {
  type: 'nodebuffer',
  platform: 'UNIX',
  compression: 'DEFLATE',
  compressionOptions: { level: 9 },
} as const;
