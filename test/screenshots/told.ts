import type { Page } from 'puppeteer-core';

/** What a page is to believe that lies in the store; the rest it reads as it is. */
export interface Told {
  /** Stored items by key, changed a little or whole. */
  items?: Readonly<Record<string, object | null>>;
  /** Nothing but the popup summary ever comes: as while the chats are still being read. */
  isSummaryOnly?: boolean;
}

/**
 * Has a page see a state that would take long, or a broken computer, to bring about: it reads the
 * store with these changes, hears of no others, and asks the worker for nothing.
 */
export async function tell(page: Page, told: Told): Promise<void> {
  await page.evaluateOnNewDocument(seeOtherwise, told);
}

/** Runs in the page, before anything of it. */
function seeOtherwise({ items = {}, isSummaryOnly = false }: Told): void {
  type Found = Record<string, { version: number; value: unknown } | undefined>;
  interface Browser {
    runtime: { sendMessage: unknown };
    storage: {
      local: { get(keys?: unknown): Promise<Found>; onChanged: { addListener: unknown } };
    };
  }
  const { runtime, storage } = (globalThis as unknown as { chrome: Browser }).chrome;
  const read = storage.local.get.bind(storage.local);
  const never = new Promise<never>(() => undefined);
  runtime.sendMessage = () => never;
  storage.local.onChanged.addListener = () => undefined;
  storage.local.get = async (keys) => {
    const isFirst = Array.isArray(keys) && keys.includes('glance');
    if (isSummaryOnly && !isFirst) return never;
    const found = await read(keys);
    // Drawn beforehand of what is really stored.
    delete found['frame'];
    const asked = [keys].flat().filter((key) => typeof key === 'string' && key in items);
    for (const key of asked as string[]) {
      const { version, value } = found[key] ?? { version: 1, value: {} };
      const isChange = items[key] !== null && typeof value === 'object';
      found[key] = { version, value: isChange ? { ...value, ...items[key] } : items[key] };
    }
    return found;
  };
}
