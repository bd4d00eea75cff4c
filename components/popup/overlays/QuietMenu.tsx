import { setQuiet } from '@/components/parts/set-quiet';
import { knownMemory } from '@/components/popup/reminders/remind-memory';
import type { Status } from '@/lib/model/connection/status';
import type { QuietDuration } from '@/lib/model/quiet/override';
import { quietOffers } from '@/lib/model/quiet/schedule';
import { DEFAULT_HOURS } from '@/lib/model/reminders/times/day-preferences';
import { formatMoment } from '@/lib/text/format-time';
import { language, t } from '@/lib/text/i18n';
import { HeadMenu } from './HeadMenu';
import { MenuItem } from './MenuItem';

interface Props {
  status: Status;
  now: number;
  onClose(): void;
}

/** For how long to be left alone, each with when that ends. */
export function QuietMenu({ status, now, onClose }: Props) {
  const isQuiet = (status.quietUntil ?? 0) > now;
  const choose = (wish: QuietDuration) => {
    setQuiet(wish);
    onClose();
  };

  return (
    <HeadMenu name={t('quiet_title')} isWide onClose={onClose}>
      {quietOffers(now, knownMemory()?.dayPreferences ?? DEFAULT_HOURS).map(
        ({ wish, pause }, index) => (
          <MenuItem
            key={wish}
            text={t(`quiet_${wish}`)}
            detail={formatMoment(pause.until, now, language())}
            keyHint={String(index + 1)}
            onPress={() => choose(wish)}
          />
        ),
      )}
      {isQuiet && <MenuItem text={t('quiet_over')} onPress={() => choose('over')} />}
    </HeadMenu>
  );
}
