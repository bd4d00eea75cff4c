import type { Appearance } from '@/lib/model/settings/settings';
import { loadAppearance, saveAppearance } from '@/lib/storage/appearance';

/** Has a page look as wanted from now on, also when the system or another page changes that. */
export function followAppearance(): void {
  show();
  darkSystem().addEventListener('change', show);
  addEventListener('storage', show);
}

/** Takes over what the settings say. */
export function keepAppearance(appearance: Appearance): void {
  saveAppearance(appearance);
  show();
}

/** Sets the one thing the stylesheets look at. */
function show(): void {
  const system = darkSystem().matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = loadAppearance() ?? system;
}

function darkSystem(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
