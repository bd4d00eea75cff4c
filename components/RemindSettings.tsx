import { type MessageKey, t } from '../lib/i18n';
import { type DayHours, readTimeOfDay } from '../lib/rhythm';
import { saveSettings } from './save-settings';

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
          <div key={name} class="field">
            <label for={`hours-${name}`}>{t(words)}</label>
            <input
              id={`hours-${name}`}
              type="time"
              required
              defaultValue={hours[name]}
              aria-describedby="hours-hint"
              onChange={({ currentTarget }) => {
                const time = readTimeOfDay(currentTarget.value);
                if (time) saveSettings({ reminders: { [name]: time } });
              }}
            />
          </div>
        ))}
      </div>
      <p class="secondary" id="hours-hint">
        {t('options_hours_hint')}
      </p>
    </section>
  );
}
