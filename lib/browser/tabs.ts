import { browser } from 'wxt/browser';

/** What a tab did that a sign-in waits for. */
export interface TabWatch {
  onArrived(address: string): void;
  onClosed(): void;
}

/**
 * Watches a tab until it comes to an address that begins so. The host permission for the address
 * is enough to see it; Firefox tells it late, with the page's completion. Returns how to stop.
 */
export function watchTab(tabID: number, prefix: string, watch: TabWatch): () => void {
  const onUpdated = (id: number, _change: unknown, tab: { url?: string | undefined }) => {
    if (id === tabID && tab.url?.startsWith(prefix)) watch.onArrived(tab.url);
  };
  const onRemoved = (id: number) => {
    if (id === tabID) watch.onClosed();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  void lookNow(tabID, prefix, watch);
  return () => {
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onRemoved.removeListener(onRemoved);
  };
}

/** It may have arrived, or be gone, before anyone watched. */
async function lookNow(tabID: number, prefix: string, watch: TabWatch): Promise<void> {
  const tab = await browser.tabs.get(tabID).catch(() => undefined);
  if (!tab) watch.onClosed();
  else if (tab.url?.startsWith(prefix)) watch.onArrived(tab.url);
}

/** @returns the new tab's id */
export async function openTab(url: string): Promise<number> {
  const { id } = await browser.tabs.create({ url });
  return id ?? browser.tabs.TAB_ID_NONE;
}

/** Whether a tab is still open and shows a page of this origin, as far as we may see it. */
export async function isTabAt(tabID: number, origin: string): Promise<boolean> {
  return browser.tabs.get(tabID).then(
    ({ url }) => url?.startsWith(`${origin}/`) ?? false,
    () => false,
  );
}

/** Closing one that is already closed is as good. */
export async function closeTab(tabID: number): Promise<void> {
  await browser.tabs.remove(tabID).catch(() => undefined);
}

export async function showTab(tabID: number): Promise<void> {
  await browser.tabs.update(tabID, { active: true });
}

/** Brings the tab this page is in to the front. */
export async function showThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await showTab(tab.id);
}
