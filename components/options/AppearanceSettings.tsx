import { useEffect } from 'preact/hooks';

import { Choice } from '@/components/parts/Choice';
import { saveSettings } from '@/components/parts/save-settings';
import { keepAppearance } from '@/lib/browser/appearance';
import { type Appearance, APPEARANCES, type Settings } from '@/lib/model/settings/settings';
import { type MessageKey, t } from '@/lib/text/i18n';

const WORDS: Record<Appearance, MessageKey> = {
  system: 'options_appearance_system',
  light: 'options_appearance_light',
  dark: 'options_appearance_dark',
};

/** Light or dark. */
export function AppearanceSettings({ settings }: { settings: Settings }) {
  const { appearance } = settings;
  useEffect(() => keepAppearance(appearance), [appearance]);
  return (
    <section class="card" aria-labelledby="appearance">
      <h2 id="appearance">{t('options_appearance')}</h2>
      <Choice
        id="colours"
        label={t('options_appearance_colours')}
        value={appearance}
        choices={APPEARANCES.map((value) => ({ value, text: t(WORDS[value]) }))}
        onChoose={(chosen) => saveSettings({ appearance: chosen })}
      />
    </section>
  );
}
