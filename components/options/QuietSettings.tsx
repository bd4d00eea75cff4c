import { Check } from '@/components/parts/Check';
import { saveSettings } from '@/components/parts/save-settings';
import { setQuiet } from '@/components/parts/set-quiet';
import { useNow } from '@/components/parts/use-now';
import { MINUTE } from '@/lib/base/time';
import type { Status } from '@/lib/model/connection/status';
import { quietEndsAt, quietOffers } from '@/lib/model/quiet/schedule';
import { neverEnds, type QuietSettings as Quiet } from '@/lib/model/quiet/settings';
import type { DayHours } from '@/lib/model/reminders/times/day-preferences';
import { formatMoment, formatTime } from '@/lib/text/format-time';
import { language, t } from '@/lib/text/i18n';
import { QuietSchedule } from './QuietSchedule';

interface Props {
  quiet: Quiet;
  hours: DayHours;
  status: Status;
}

/** When to be left alone, now and every week, and by what. */
export function QuietSettings({ quiet, hours, status }: Props) {
  return (
    <section class="card" aria-labelledby="quiet">
      <h2 id="quiet">{t('options_quiet')}</h2>
      <PauseButtons status={status} hours={hours} />
      <Check isOn={quiet.isScheduled} onChange={(isScheduled) => save({ isScheduled })}>
        {t('options_quiet_weekly')}
      </Check>
      {quiet.isScheduled && <QuietSchedule quiet={quiet} onChange={save} />}
      <Check isOn={quiet.hidesBadge} onChange={(hidesBadge) => save({ hidesBadge })}>
        {t('options_quiet_badge')}
      </Check>
      <Check
        isOn={quiet.remindersRing}
        hint="quiet-hint"
        onChange={(remindersRing) => save({ remindersRing })}
      >
        {t('options_quiet_reminders')}
      </Check>
      <p class="secondary" id="quiet-hint">
        {hintOf(quiet)}
      </p>
    </section>
  );
}

/** What becomes of reminders otherwise. */
function hintOf(quiet: Quiet): string {
  const end = neverEnds(quiet) && quietEndsAt({ settings: quiet, pause: null }, Date.now());
  return end ? t('options_quiet_daily', formatTime(end, language())) : t('options_quiet_hint');
}

function save(change: Partial<Quiet>): void {
  saveSettings({ quiet: change });
}

/** Until when it is quiet, if it is, and for how long it could be. */
function PauseButtons({ status: { quietUntil = 0, isConnected }, hours }: Omit<Props, 'quiet'>) {
  const now = useNow(MINUTE / 4);
  if (!isConnected) return null;
  const until = quietUntil > now && formatMoment(quietUntil, now, language());
  return (
    <div class="field">
      <p class="quiet-state" aria-live="polite">
        {until ? t('quiet_until', until) : t('options_quiet_now')}
      </p>
      <span class="together is-wrapping">
        {until && (
          <button type="button" class="button is-primary" onClick={() => setQuiet('over')}>
            {t('quiet_over')}
          </button>
        )}
        {!until &&
          quietOffers(now, hours).map(({ wish }) => (
            <button key={wish} type="button" class="button" onClick={() => setQuiet(wish)}>
              {t(`quiet_${wish}`)}
            </button>
          ))}
      </span>
    </div>
  );
}
