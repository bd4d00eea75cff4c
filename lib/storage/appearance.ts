import type { Appearance } from '@/lib/model/settings/settings';

/**
 * Where the pages keep the setting once more: `storage.local` answers after the first paint, which
 * must not be in the wrong colours.
 */
const KEY = 'appearance';

export function saveAppearance(appearance: Appearance): void {
  localStorage.setItem(KEY, appearance);
}

/** What was chosen, or `undefined` where the system decides. */
export function loadAppearance(): 'light' | 'dark' | undefined {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : undefined;
}
