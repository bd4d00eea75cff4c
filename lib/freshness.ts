import { ERRORS } from './errors';
import { ageOf } from './format-time';
import { type MessageKey, t } from './i18n';
import type { Status } from './status';

const AGES: Record<ReturnType<typeof ageOf>['unit'], MessageKey> = {
  seconds: 'fresh_seconds',
  minutes: 'fresh_minutes',
  hours: 'fresh_hours',
};

/** How fresh the list is, or the trouble that keeps it from being fresh. */
export function freshness({ trouble, syncedAt }: Status, now: number): string {
  if (trouble) return t(ERRORS[trouble].title);
  if (syncedAt === undefined) return t('fresh_never');
  const { unit, count } = ageOf(syncedAt, now);
  return t(AGES[unit], count);
}
