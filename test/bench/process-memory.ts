import { readFile } from 'node:fs/promises';

import type { Browser } from 'puppeteer-core';

import { extensionProcesses } from './extension-process';

/**
 * The memory of the processes that run extensions, each page of it counted by its share. Linux
 * tells it, others do not.
 * https://docs.kernel.org/filesystems/proc.html
 */
export async function extensionMemory(browser: Browser): Promise<number> {
  const processes = await extensionProcesses(browser);
  const sizes = processes.map(async ({ pid }) =>
    pssOf(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The proportional set size, in bytes, as the kernel tells it in KB. */
export function pssOf(rollup: string): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(rollup) ?? [];
  if (kilobytes === undefined) throw new Error('The kernel tells no proportional set size.');
  return Number(kilobytes) * 1024;
}
