import { formatMoment } from '../../lib/format-time';
import { language, t } from '../../lib/i18n';
import { quietOffers } from '../../lib/quiet';
import type { QuietWish } from '../../lib/quiet-wish';
import { DEFAULT_HOURS } from '../../lib/rhythm';
import type { Status } from '../../lib/status';
import { setQuiet } from '../set-quiet';
import { HeadMenu } from './HeadMenu';
import { MenuItem } from './MenuItem';
import { knownMemory } from './remind-memory';

interface Props {
  status: Status;
  now: number;
  onClose(): void;
}

/** For how long to be left alone, each with when that ends. */
export function QuietMenu({ status, now, onClose }: Props) {
  const isQuiet = (status.quietUntil ?? 0) > now;
  const choose = (wish: QuietWish) => {
    setQuiet(wish);
    onClose();
  };

  return (
    <HeadMenu name={t('quiet_title')} isWide onClose={onClose}>
      {quietOffers(now, knownMemory()?.rhythm ?? DEFAULT_HOURS).map(({ wish, pause }, index) => (
        <MenuItem
          key={wish}
          text={t(`quiet_${wish}`)}
          detail={formatMoment(pause.until, now, language())}
          keyHint={String(index + 1)}
          onPress={() => choose(wish)}
        />
      ))}
      {isQuiet && <MenuItem text={t('quiet_over')} onPress={() => choose('over')} />}
    </HeadMenu>
  );
}
