import { ask } from '../lib/bridge';
import { warn } from '../lib/log';
import type { Settings } from '../lib/settings';

/** Saves a change at once; the page shows it when the worker has stored it. */
export function saveSettings(settings: Settings, change: Partial<Settings>): void {
  ask('saveSettings', { ...settings, ...change }).catch((error: unknown) =>
    warn('the settings could not be saved', error),
  );
}
