import type { OwnPage } from '@/lib/browser/own-pages';
import { isTimeToUpdate, pagesAfter } from '@/lib/model/settings/update';
import type { Handlers } from '@/lib/requests/bridge';
import type { Deps } from '@/lib/worker/core/session';

/** The browser's part in an update. */
export interface Updating {
  version(): string;
  pages(): Promise<readonly OwnPage[]>;
  open(path: string): Promise<void>;
  /** Puts the update in; nothing of this worker runs after it. */
  reload(): void;
}

export interface Updates {
  /** The browser has a newer version at hand and leaves it to us when to put it in. */
  available(version: string): Promise<void>;
  /** Puts it in once nobody would notice. */
  tend(): Promise<void>;
  /** After the worker has started: brings back the pages that an update has closed. */
  settle(): Promise<void>;
  handlers: Pick<Handlers, 'applyUpdate'>;
}

/**
 * Without a say in it a browser either closes the pages in somebody's hands (Firefox), or never
 * finds us idle, because the live socket is open for weeks (Chromium).
 */
export function createUpdates({ store }: Deps, browser: Updating): Updates {
  /** Stored first: who is to come back, and that it was tried. Never is it tried twice by itself. */
  const apply = async () => {
    const { update } = await store.read();
    if (!update) return;
    const pages = await browser.pages();
    const reopen = pages.filter(({ isTab }) => isTab).map(({ path }) => path);
    await store.update((state) => ({ ...state, update: { version: update.version, reopen } }));
    browser.reload();
  };

  const tend = async () => {
    const { update, outbox, drafts } = await store.read();
    if (!update) return;
    const hasPages = (await browser.pages()).length > 0;
    if (isTimeToUpdate({ hasPages, outbox, drafts })) await apply();
  };

  return {
    tend,
    available: async (version) => {
      await store.update((state) => ({ ...state, update: { version } }));
      await tend();
    },
    settle: async () => {
      const { update } = await store.read();
      const isOver = update?.reopen || update?.version === browser.version();
      if (!update || !isOver) return;
      await store.update((state) => ({ ...state, update: null }));
      for (const path of pagesAfter(update, browser.version())) await browser.open(path);
    },
    handlers: { applyUpdate: apply },
  };
}
