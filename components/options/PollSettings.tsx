import { Check } from '@/components/parts/Check';
import { Choice } from '@/components/parts/Choice';
import { saveSettings } from '@/components/parts/save-settings';
import {
  POLL_SECONDS,
  type PollSeconds,
  SAFETY_SECONDS,
  type SafetySeconds,
  type Settings,
} from '@/lib/model/settings/settings';
import { type MessageKey, t } from '@/lib/text/i18n';

const WORDS: Record<PollSeconds | SafetySeconds, MessageKey> = {
  30: 'options_poll_30',
  60: 'options_poll_60',
  120: 'options_poll_120',
  300: 'options_poll_300',
  600: 'options_poll_600',
};

/** How the companion comes to know what happens: told at once, or by asking. */
export function PollSettings({ settings }: { settings: Settings }) {
  const { isInstant } = settings;
  return (
    <section class="card" aria-labelledby="polling">
      <h2 id="polling">{t('options_polling')}</h2>
      <Check
        isOn={isInstant}
        hint="instant-hint"
        onChange={(wanted) => saveSettings({ isInstant: wanted })}
      >
        {t('options_instant')}
      </Check>
      <p class="secondary" id="instant-hint">
        {t('options_instant_hint')}
      </p>
      {isInstant && (
        <Choice
          id="safety"
          label={t('options_safety')}
          value={settings.safetySeconds}
          choices={choicesOf(SAFETY_SECONDS)}
          onChoose={(safetySeconds) => saveSettings({ safetySeconds })}
        />
      )}
      <Choice
        id="poll"
        label={t(isInstant ? 'options_poll_otherwise' : 'options_poll')}
        value={settings.pollSeconds}
        choices={choicesOf(POLL_SECONDS)}
        onChoose={(pollSeconds) => saveSettings({ pollSeconds })}
      />
    </section>
  );
}

function choicesOf<T extends keyof typeof WORDS>(seconds: readonly T[]) {
  return seconds.map((value) => ({ value, text: t(WORDS[value]) }));
}
