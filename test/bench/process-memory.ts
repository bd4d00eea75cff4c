import { readFile } from 'node:fs/promises';

import type { Browser } from 'puppeteer-core';

/**
 * The memory of the processes that run extensions, each page of it counted by its share. Linux
 * tells it, others do not.
 * https://docs.kernel.org/filesystems/proc.html
 */
export async function extensionMemory(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = await Promise.all(processInfo.map(({ id }) => memoryOfExtension(id)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function memoryOfExtension(pid: number): Promise<number> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  if (!command.includes('--extension-process')) return 0;
  return pssOf(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8'));
}

/** The proportional set size, in bytes, as the kernel tells it in KB. */
export function pssOf(rollup: string): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(rollup) ?? [];
  if (kilobytes === undefined) throw new Error('The kernel tells no proportional set size.');
  return Number(kilobytes) * 1024;
}
