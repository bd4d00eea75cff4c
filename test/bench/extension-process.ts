import { readFile } from 'node:fs/promises';

import type { Browser } from 'puppeteer-core';

/** Other systems do not tell what a process was started for. */
export const IS_TOLD = process.platform === 'linux';

export interface ExtensionProcess {
  pid: number;
  /** Processor time it has used so far, s. */
  cpuSeconds: number;
}

/** The processes that run extensions. */
export async function extensionProcesses(browser: Browser): Promise<ExtensionProcess[]> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const all = processInfo.map(async ({ id: pid, cpuTime: cpuSeconds }) =>
    (await runsExtensions(pid)) ? [{ pid, cpuSeconds }] : [],
  );
  return (await Promise.all(all)).flat();
}

async function runsExtensions(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('--extension-process');
}
