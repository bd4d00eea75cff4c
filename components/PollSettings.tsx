import { type MessageKey, t } from '../lib/i18n';
import { POLL_SECONDS, type PollSeconds, type Settings } from '../lib/settings';
import { Choice } from './Choice';
import { saveSettings } from './save-settings';

const WORDS: Record<PollSeconds, MessageKey> = {
  30: 'options_poll_30',
  60: 'options_poll_60',
  120: 'options_poll_120',
  300: 'options_poll_300',
};

/** How often Beeper is asked while nobody looks. */
export function PollSettings({ settings }: { settings: Settings }) {
  return (
    <section class="card" aria-labelledby="polling">
      <h2 id="polling">{t('options_polling')}</h2>
      <Choice
        id="poll"
        label={t('options_poll')}
        value={settings.pollSeconds}
        choices={POLL_SECONDS.map((value) => ({ value, text: t(WORDS[value]) }))}
        onChoose={(pollSeconds) => saveSettings({ pollSeconds })}
      />
    </section>
  );
}
