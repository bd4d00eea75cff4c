import { TimeField } from '@/components/parts/TimeField';
import type { QuietSettings } from '@/lib/model/quiet/settings';
import { language, type MessageKey, t } from '@/lib/text/i18n';
import { weekOf } from '@/lib/text/week';

interface Props {
  quiet: QuietSettings;
  onChange(change: Partial<QuietSettings>): void;
}

const TIMES: readonly (readonly ['from' | 'to', MessageKey])[] = [
  ['from', 'options_quiet_from'],
  ['to', 'options_quiet_to'],
];

/** The days on which quiet begins, and from when to when. */
export function QuietSchedule({ quiet, onChange }: Props) {
  const { days } = quiet;
  const without = (day: number) => days.filter((one) => one !== day);
  return (
    <div class="schedule">
      <fieldset class="choices">
        <legend class="visually-hidden">{t('options_quiet_days')}</legend>
        <div class="days">
          {weekOf(language()).map(({ day, short, name }) => (
            <label key={day} class="day">
              <input
                type="checkbox"
                class="visually-hidden"
                aria-label={name}
                checked={days.includes(day)}
                onChange={({ currentTarget }) =>
                  onChange({ days: currentTarget.checked ? [...without(day), day] : without(day) })
                }
              />
              <span>{short}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="hours">
        {TIMES.map(([name, words]) => (
          <TimeField
            key={name}
            id={`quiet-${name}`}
            label={t(words)}
            time={quiet[name]}
            onChange={(time) => onChange({ [name]: time })}
          />
        ))}
      </div>
    </div>
  );
}
