import { browser } from 'wxt/browser';

import type { Clicked } from '@/lib/browser/menus/clicked-text';
import { menusOfBrowser } from '@/lib/browser/menus/menus';
import { describePlainly, describeXML, escape } from '@/lib/browser/omnibox/describe';
import type { Lines } from '@/lib/browser/omnibox/lines';
import type { Offer } from '@/lib/browser/omnibox/offers';

/** What a companion does with what happens in the browser's own places. */
export interface PlaceListeners {
  menuClicked(id: unknown, clicked: Clicked): void;
  menusAllowed(): void;
  command(name: string): void;
  lines(typed: string): Promise<Lines>;
  entered(typed: string): void;
}

/** Attaches every listener at once, as waking up wants it. */
export function listenInPlaces(listeners: PlaceListeners): void {
  const listenToMenus = menuListener(listeners);
  listenToMenus();
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener((added) => {
    if (!isOfMenus(added)) return;
    listenToMenus();
    listeners.menusAllowed();
  });
  onRemoved.addListener((removed) => {
    if (isOfMenus(removed)) listeners.menusAllowed();
  });
  browser.commands.onCommand.addListener((name) => listeners.command(name));
  listenToAddressBar(listeners);
}

/** Attached once, as soon as there are menus: in Chromium they may come while the worker runs. */
function menuListener({ menuClicked }: PlaceListeners): () => void {
  let isAttached = false;
  return () => {
    const menus = menusOfBrowser();
    if (!menus || isAttached) return;
    isAttached = true;
    menus.onClicked.addListener(({ menuItemId, pageUrl, linkUrl, selectionText }, tab) =>
      menuClicked(menuItemId, { pageUrl, linkUrl, selectionText, pageTitle: tab?.title }),
    );
  };
}

function isOfMenus({ permissions }: { permissions?: readonly string[] }): boolean {
  return permissions?.includes('contextMenus') ?? false;
}

function listenToAddressBar({ lines, entered }: PlaceListeners): void {
  const { omnibox } = browser;
  const show = async (typed: string) => {
    const { first, others } = arranged(await lines(typed), typed);
    omnibox.setDefaultSuggestion({ description: first });
    return others;
  };
  omnibox.onInputStarted.addListener(() => void show(''));
  omnibox.onInputChanged.addListener((typed, suggest) => void show(typed).then(suggest));
  omnibox.onInputEntered.addListener((typed) => entered(typed));
}

/**
 * What Enter does stands first where the browser shows it at once: Firefox would still show what was
 * said for the letter before.
 */
function arranged({ standing, nobody, offers }: Lines, typed: string) {
  const described = offers.map(({ content, offer }) => ({ content, description: lineOf(offer) }));
  if (import.meta.env.FIREFOX) return { first: standing, others: described };
  const [first, ...others] = described;
  if (first && typed.trim()) return { first: first.description, others };
  return { first: escape(nobody ?? standing), others: described };
}

function lineOf(offer: Offer): string {
  return import.meta.env.FIREFOX ? describePlainly(offer) : describeXML(offer);
}
