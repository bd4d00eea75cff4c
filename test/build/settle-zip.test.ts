import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import JSZip from 'jszip';
import { describe, expect, it, onTestFinished } from 'vitest';

import { settleZip } from '../../build/settle-zip';

const FILES = { 'manifest.json': '{}', 'chunks/a.js': 'a()', 'icon/16.png': '\u0089PNG' };

async function settled(names: readonly (keyof typeof FILES)[], date: Date): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'companion-zip-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const zip = new JSZip();
  for (const name of names) zip.file(name, FILES[name], { date });
  const path = join(folder, 'package.zip');
  await writeFile(path, await zip.generateAsync({ type: 'nodebuffer' }));
  await settleZip(path);
  return readFile(path);
}

describe('a settled zip', () => {
  it('is the same whenever and in whichever order its files were put in', async () => {
    const one = await settled(['manifest.json', 'chunks/a.js', 'icon/16.png'], new Date(2026, 1));
    const other = await settled(['icon/16.png', 'manifest.json', 'chunks/a.js'], new Date(2030, 1));
    expect(one.equals(other)).toBe(true);
    const less = await settled(['manifest.json', 'chunks/a.js'], new Date(2026, 1));
    expect(one.equals(less)).toBe(false);
  });

  it('holds the same files', async () => {
    const zip = await JSZip.loadAsync(await settled(['chunks/a.js', 'icon/16.png'], new Date()));
    expect(Object.keys(zip.files)).toStrictEqual(['chunks/a.js', 'icon/16.png']);
    expect(await zip.file('icon/16.png')?.async('string')).toBe(FILES['icon/16.png']);
  });
});
