import { type MessageKey, t } from '../lib/i18n';
import type { Settings } from '../lib/settings';
import { BADGE_COUNTS, type BadgeCount, type TallySettings } from '../lib/tally-settings';
import { Choice } from './Choice';
import { saveSettings } from './save-settings';

const COUNT_WORDS: Record<BadgeCount, MessageKey> = {
  messages: 'options_badge_messages',
  chats: 'options_badge_chats',
  wanting: 'options_badge_wanting',
  none: 'options_badge_none',
};

/** What the number on the toolbar counts. */
export function BadgeSettings({ settings }: { settings: Settings }) {
  const { badge } = settings;
  return (
    <section class="card" aria-labelledby="badge">
      <h2 id="badge">{t('options_badge')}</h2>
      <Choice
        id="badge-count"
        label={t('options_badge_count')}
        value={badge.count}
        choices={BADGE_COUNTS.map((count) => ({ value: count, text: t(COUNT_WORDS[count]) }))}
        onChoose={(count) => save({ count })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={badge.includeMuted}
          onChange={({ currentTarget }) => save({ includeMuted: currentTarget.checked })}
        />
        {t('options_badge_muted')}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={badge.includeLowPriority}
          onChange={({ currentTarget }) => save({ includeLowPriority: currentTarget.checked })}
        />
        {t('options_badge_low_priority')}
      </label>
    </section>
  );
}

function save(change: Partial<TallySettings>): void {
  saveSettings({ badge: change });
}
