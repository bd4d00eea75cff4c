import { browser } from 'wxt/browser';

/**
 * What is to be known again by the next worker, and by nobody once the browser is closed: it is kept
 * in memory and written to no disk.
 */
export async function keepForSession(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

/** What was kept since the browser was started. */
export async function keptForSession(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

export async function forgetForSession(key: string): Promise<void> {
  await browser.storage.session.remove(key);
}
