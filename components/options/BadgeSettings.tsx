import { Check } from '@/components/parts/Check';
import { Choice } from '@/components/parts/Choice';
import { saveSettings } from '@/components/parts/save-settings';
import { BADGE_COUNTS, type BadgeCount, type CountSettings } from '@/lib/model/badge/settings';
import { featuresOf } from '@/lib/model/chats/features';
import type { Chats } from '@/lib/model/chats/merge';
import type { Status } from '@/lib/model/connection/status';
import type { Settings } from '@/lib/model/settings/settings';
import { type MessageKey, t } from '@/lib/text/i18n';
import { AccountChoice } from './AccountChoice';

type Words = Record<BadgeCount, MessageKey>;

const COUNT_WORDS: Words = {
  messages: 'options_badge_messages',
  chats: 'options_badge_chats',
  wanting: 'options_badge_wanting',
  none: 'options_badge_none',
};

const WORDS_WITHOUT_MENTIONS: Words = { ...COUNT_WORDS, wanting: 'options_badge_direct' };

const SWITCHES = [
  ['includeMuted', 'options_badge_muted'],
  ['includeLowPriority', 'options_badge_low_priority'],
  ['sinceLooked', 'options_badge_since'],
  ['hasDot', 'options_badge_dot'],
] as const satisfies readonly (readonly [keyof CountSettings, MessageKey])[];

interface Props {
  settings: Settings;
  status: Status;
  chats: Chats;
}

/** What the number on the toolbar counts. */
export function BadgeSettings({ settings, status, chats }: Props) {
  const { badge } = settings;
  const tellsMentions = featuresOf(status.version).fullChats;
  const words = tellsMentions ? COUNT_WORDS : WORDS_WITHOUT_MENTIONS;
  const isMissed = badge.count === 'wanting' && !tellsMentions;
  return (
    <section class="card" aria-labelledby="badge">
      <h2 id="badge">{t('options_badge')}</h2>
      <Choice
        id="badge-count"
        label={t('options_badge_count')}
        value={badge.count}
        choices={BADGE_COUNTS.map((count) => ({ value: count, text: t(words[count]) }))}
        onChoose={(count) => save({ count })}
      />
      {isMissed && <p class="secondary">{t('options_no_mentions')}</p>}
      {SWITCHES.map(([name, text]) => (
        <Check key={name} isOn={badge[name]} onChange={(isOn) => save({ [name]: isOn })}>
          {t(text)}
        </Check>
      ))}
      <AccountChoice
        chats={chats}
        leftOut={badge.leftOut}
        onChange={(leftOut) => save({ leftOut })}
      />
    </section>
  );
}

function save(change: Partial<CountSettings>): void {
  saveSettings({ badge: change });
}
