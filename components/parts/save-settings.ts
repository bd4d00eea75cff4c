import { warn } from '@/lib/base/log';
import type { SettingsChange } from '@/lib/model/settings/settings';
import { ask } from '@/lib/requests/bridge';

/** Saves a change at once; the page shows it when the worker has stored it. */
export function saveSettings(change: SettingsChange): void {
  ask('saveSettings', change).catch((error: unknown) =>
    warn('the settings could not be saved', error),
  );
}
