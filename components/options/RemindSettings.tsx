import { TimeField } from '@/components/parts/TimeField';
import { saveSettings } from '@/components/parts/save-settings';
import type { DayHours } from '@/lib/model/reminders/times/day-preferences';
import { type MessageKey, t } from '@/lib/text/i18n';

const FIELDS: readonly (readonly [keyof DayHours, MessageKey])[] = [
  ['morning', 'options_morning'],
  ['evening', 'options_evening'],
];

/** The hours that reminders go by. */
export function RemindSettings({ hours }: { hours: DayHours }) {
  return (
    <section class="card" aria-labelledby="reminders">
      <h2 id="reminders">{t('options_reminders')}</h2>
      <div class="hours">
        {FIELDS.map(([name, words]) => (
          <TimeField
            key={name}
            id={`hours-${name}`}
            label={t(words)}
            time={hours[name]}
            hint="hours-hint"
            onChange={(time) => saveSettings({ reminders: { [name]: time } })}
          />
        ))}
      </div>
      <p class="secondary" id="hours-hint">
        {t('options_hours_hint')}
      </p>
    </section>
  );
}
