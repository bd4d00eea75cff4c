import type { Appearance } from '@/lib/model/settings/settings';

/**
 * Where the pages keep the setting once more: `storage.local` answers after the first paint, which
 * must not be in the wrong colours.
 */
const KEY = 'appearance';

/** Has a page look as wanted from now on, also when the system or another page changes that. */
export function followAppearance(): void {
  show();
  darkSystem().addEventListener('change', show);
  addEventListener('storage', show);
}

/** Takes over what the settings say. */
export function keepAppearance(appearance: Appearance): void {
  localStorage.setItem(KEY, appearance);
  show();
}

/** Sets the one thing the stylesheets look at. */
function show(): void {
  const kept = localStorage.getItem(KEY);
  const isChosen = kept === 'light' || kept === 'dark';
  const system = darkSystem().matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = isChosen ? kept : system;
}

function darkSystem(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
