import { browser } from 'wxt/browser';

import { patternOf } from './address';

/** Whether the browser lets us reach this address; it may take that back at any time. */
export function hasAccess(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(address)] });
}

/**
 * Asks for it, which needs a person's click and must come first after it; where it is had already
 * nobody is bothered. Resolves to whether we have it.
 */
export function askAccess(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(address)] });
}
