import { forgetForSession, keepForSession, keptForSession } from './session';

const KEY = 'menus';

/** Which entries the browser's menus have: it keeps them when the worker is stopped. */
export function keepShownMenus(entries: string): Promise<void> {
  return keepForSession(KEY, entries);
}

export function loadShownMenus(): Promise<unknown> {
  return keptForSession(KEY);
}

export function forgetShownMenus(): Promise<void> {
  return forgetForSession(KEY);
}
