import { browser } from 'wxt/browser';

/** To have entries in menus at all. Firefox gives it with the installation and knows no other way. */
const MENUS = { permissions: ['contextMenus'] };
/** To be told the title of a page on which an entry is pressed, in that moment and no longer. */
const PAGES = { permissions: ['activeTab'] };

type PermissionRequest = Parameters<typeof browser.permissions.request>[0];

export function hasMenus(): Promise<boolean> {
  return browser.permissions.contains(MENUS as PermissionRequest);
}

/**
 * Asks for what entries need, which must come first after a person's click. Neither browser bothers
 * anybody with a question.
 */
export async function askMenus(arePages: boolean): Promise<boolean> {
  const needed = [
    ...(import.meta.env.FIREFOX ? [] : MENUS.permissions),
    ...(arePages ? PAGES.permissions : []),
  ];
  return (
    needed.length === 0 || browser.permissions.request({ permissions: needed } as PermissionRequest)
  );
}

/** Gives back what no entry needs any longer. */
export async function dropMenus(rest: { onIcon: boolean; onPages: boolean }): Promise<void> {
  if (!rest.onPages) await browser.permissions.remove(PAGES as PermissionRequest);
  const isIdle = !rest.onPages && !rest.onIcon;
  if (isIdle && !import.meta.env.FIREFOX)
    await browser.permissions.remove(MENUS as PermissionRequest);
}

/** Calls back with every change of it, also from elsewhere; returns how to stop. */
export function followMenuAccess(onChange: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  return () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  };
}
