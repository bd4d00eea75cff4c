import { HOUR } from '@/lib/base/time';
import { titleOf } from '@/lib/text/error-texts';
import { ageOf, formatMoment } from '@/lib/text/format-time';
import { formatNumber, language, type MessageKey, t } from '@/lib/text/i18n';
import type { Status } from './status';

const AGES: Record<ReturnType<typeof ageOf>['unit'], MessageKey> = {
  seconds: 'fresh_seconds',
  minutes: 'fresh_minutes',
  hours: 'fresh_hours',
};

/** How fresh the list is, or the trouble that keeps it from being fresh. */
export function freshness(status: Status, now: number): string {
  const { trouble, syncedAt, isLive, expiresAt } = status;
  if (trouble) return titleOf(trouble);
  if (syncedAt === undefined) return t('fresh_never');
  const { unit, count } = ageOf(syncedAt, now);
  const fresh = isLive ? t('fresh_live') : t(AGES[unit], formatNumber(count));
  const isEnding = expiresAt !== undefined && expiresAt - now < ANNOUNCED_BEFORE;
  return isEnding ? t('fresh_expires', fresh, formatMoment(expiresAt, now, language())) : fresh;
}

/**
 * A sign-in that ends is announced while there is time to renew it, which only a hand can do. Some
 * last a day: one that has only just begun is not to look as if it were over.
 */
const ANNOUNCED_BEFORE = 3 * HOUR;
