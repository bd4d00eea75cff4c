import { browser } from 'wxt/browser';

/** A page of ours that somebody has open. */
export interface OwnPage {
  /** Its address within the extension. */
  path: string;
  isTab: boolean;
}

/** What no type of ours names: contexts are Chromium's, views Firefox's. */
interface Places {
  runtime: {
    getContexts?(filter: {
      contextTypes: string[];
    }): Promise<{ contextType: string; documentUrl?: string }[]>;
  };
  extension?: { getViews(filter?: { type: string }): Window[] };
}

/** Asked by the worker, which in Firefox is a page too and counts itself out. */
export async function ownPages(): Promise<OwnPage[]> {
  const { runtime, extension } = browser as unknown as Places;
  if (runtime.getContexts) {
    const contexts = await runtime.getContexts({ contextTypes: ['TAB', 'POPUP', 'SIDE_PANEL'] });
    return contexts.map(({ contextType, documentUrl = '' }) => ({
      path: pathOf(documentUrl),
      isTab: contextType === 'TAB',
    }));
  }
  const views = (extension?.getViews() ?? []).filter((view) => view !== globalThis.window);
  const tabs = extension?.getViews({ type: 'tab' }) ?? [];
  return views.map((view) => ({ path: pathOf(view.location.href), isTab: tabs.includes(view) }));
}

export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('') + path.slice(1) });
}

export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Puts in an update that is at hand; this worker ends with it. */
export function reloadCompanion(): void {
  browser.runtime.reload();
}

function pathOf(address: string): string {
  return address.slice(browser.runtime.getURL('').length - 1);
}
