import { ask } from '../lib/bridge';
import { warn } from '../lib/log';
import type { SettingsChange } from '../lib/settings';

/** Saves a change at once; the page shows it when the worker has stored it. */
export function saveSettings(change: SettingsChange): void {
  ask('saveSettings', change).catch((error: unknown) =>
    warn('the settings could not be saved', error),
  );
}
