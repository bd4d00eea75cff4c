import type { Page } from 'puppeteer-core';

import { readObject } from '@/lib/base/parse';

interface TraceEvent {
  name: string;
  args: { elementCount?: number };
}

/** How often Chromium styled an element of a page anew while something was done there. */
export async function restyledBy(page: Page, work: () => Promise<void>): Promise<number> {
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await work();
  const trace = JSON.parse(Buffer.from((await page.tracing.stop()) ?? []).toString('utf8'));
  const events = (readObject(trace)?.traceEvents ?? []) as TraceEvent[];
  const styled = events.filter(({ name }) => name === 'UpdateLayoutTree');
  return styled.reduce((sum, { args }) => sum + (args.elementCount ?? 0), 0);
}
