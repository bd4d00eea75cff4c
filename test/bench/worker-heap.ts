import type { Browser } from 'puppeteer-core';

/** What the worker of an extension keeps on its heap, garbage taken away; wakes it if it sleeps. */
export async function workerHeap(browser: Browser, origin: string): Promise<number> {
  await wake(browser, origin);
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(origin),
  );
  const session = await target.createCDPSession();
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  // A session left open would keep it awake for ever.
  await session.detach();
  return usedSize;
}

async function wake(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
  await page.close();
}
