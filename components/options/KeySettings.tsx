import { Check } from '@/components/parts/Check';
import { saveSettings } from '@/components/parts/save-settings';
import type { Settings } from '@/lib/model/settings/settings';
import { t } from '@/lib/text/i18n';

/** Whether letters and signs act as keys: who speaks to the computer may not want them to. */
export function KeySettings({ settings }: { settings: Settings }) {
  return (
    <section class="card" aria-labelledby="keys">
      <h2 id="keys">{t('keys_title')}</h2>
      <Check
        isOn={settings.singleKeys}
        hint="keys-hint"
        onChange={(singleKeys) => saveSettings({ singleKeys })}
      >
        {t('options_single_keys')}
      </Check>
      <p class="secondary" id="keys-hint">
        {t('options_single_keys_hint')}
      </p>
    </section>
  );
}
