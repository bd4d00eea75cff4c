import { browser } from 'wxt/browser';

import { isLoopback, patternOf, socketOrigin } from '@/lib/model/connection/address';

/** Where Beeper sends a tab after it was asked to let us in (lib/model/connection/sign-in.ts). */
const REDIRECT = 'http://127.0.0.1/*';

/** Whether the browser lets us reach this address; it may take that back at any time. */
export function hasAccess(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(address)] });
}

/**
 * Asks for it, which needs a person's click and must come first after it; where it is had already
 * nobody is bothered. Resolves to whether we have it.
 */
export function askAccess(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [...patternsOf(address), REDIRECT] });
}

/** Gives back what was asked for one address elsewhere. */
export async function dropAccess(address: string): Promise<void> {
  if (!isLoopback(address)) await browser.permissions.remove({ origins: patternsOf(address) });
}

/**
 * For what is asked there and, in Firefox, for the live socket. Chromium would ask about that by
 * itself where the rest was allowed before, and has no place in its settings to allow it.
 */
function patternsOf(address: string): string[] {
  const addresses = import.meta.env.FIREFOX ? [address, socketOrigin(address)] : [address];
  return addresses.map(patternOf);
}
