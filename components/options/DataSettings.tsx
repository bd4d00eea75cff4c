import { useState } from 'preact/hooks';

import type { Chats } from '@/lib/model/chats/merge';
import { importFile, settingsFile } from '@/lib/model/settings/file';
import { importWords } from '@/lib/model/settings/import-texts';
import type { Settings } from '@/lib/model/settings/settings';
import type { Sync } from '@/lib/model/settings/sync';
import { ask } from '@/lib/requests/bridge';
import { t } from '@/lib/text/i18n';
import { SyncSettings } from './SyncSettings';

interface Props {
  settings: Settings;
  sync: Sync;
  chats: Chats;
}

/** The settings as a file, and in the person's other browsers. */
export function DataSettings({ settings, sync, chats }: Props) {
  const [said, setSaid] = useState<readonly string[]>([]);
  const take = async (file: File) => {
    const imported = await importFile(file, knownBy(chats));
    if (!('problem' in imported)) await ask('saveSettings', imported.change);
    setSaid(importWords(imported));
  };
  const tell = (file: File) => void take(file).catch(() => setSaid([t('options_import_failed')]));
  return (
    <section class="card" aria-labelledby="data">
      <h2 id="data">{t('options_data')}</h2>
      <p class="secondary">{t('options_data_hint')}</p>
      <div class="field">
        <span class="together is-wrapping">
          <button type="button" class="button" onClick={() => download(settingsFile(settings))}>
            {t('options_export')}
          </button>
          <label class="button file">
            <input
              type="file"
              class="visually-hidden"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) tell(file);
                // The same file may be chosen again.
                currentTarget.value = '';
              }}
            />
            {t('options_import')}
          </label>
        </span>
        <div class="secondary" aria-live="polite">
          {said.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      <SyncSettings sync={sync} />
    </section>
  );
}

/** While nothing is known, nobody is unknown. */
function knownBy(chats: Chats) {
  const accounts = new Set([...chats.values()].map(({ accountID }) => accountID));
  return {
    hasChat: (id: string) => chats.size === 0 || chats.has(id),
    hasAccount: (id: string) => chats.size === 0 || accounts.has(id),
  };
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'companion-settings.json';
  link.click();
  // Only once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
