import { readFile, writeFile } from 'node:fs/promises';

import JSZip from 'jszip';

/** The earliest moment a zip can tell. */
const ALWAYS = new Date('1980-01-01T00:00:00Z');

/** Writes a zip anew so that it depends on nothing but the files in it: their order, no times. */
export async function settleZip(path: string): Promise<void> {
  const found = await JSZip.loadAsync(await readFile(path));
  const settled = new JSZip();
  for (const name of Object.keys(found.files).toSorted()) {
    const file = found.file(name);
    if (file) settled.file(name, await file.async('nodebuffer'), OPTIONS);
  }
  await writeFile(path, await settled.generateAsync(FORM));
}

const OPTIONS = { date: ALWAYS, createFolders: false };
const FORM = {
  type: 'nodebuffer',
  platform: 'UNIX',
  compression: 'DEFLATE',
  compressionOptions: { level: 9 },
} as const;
