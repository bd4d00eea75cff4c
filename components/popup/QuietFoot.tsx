import { setQuiet } from '@/components/parts/set-quiet';
import { useNow } from '@/components/parts/use-now';
import { SECOND } from '@/lib/base/time';
import type { Status } from '@/lib/model/connection/status';
import { formatMoment } from '@/lib/text/format-time';
import { language, t } from '@/lib/text/i18n';

/** Until when it is quiet, and how to end it. Nothing while it is not. */
export function QuietFoot({ status: { quietUntil = 0 } }: { status: Status }) {
  const now = useNow(SECOND);
  if (quietUntil <= now) return null;
  const until = formatMoment(quietUntil, now, language());
  return (
    <span class="quiet-foot">
      {t('quiet_until', until)}
      <button
        type="button"
        class="foot-tool"
        aria-label={t('quiet_end_name', until)}
        onClick={() => setQuiet('over')}
      >
        {t('quiet_end')}
      </button>
    </span>
  );
}
