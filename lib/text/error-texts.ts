import type { ErrorCode } from '@/lib/base/errors';
import { t } from './i18n';

/** What is wrong, in a few words. */
export function titleOf(code: ErrorCode): string {
  return t(`error_${code}_title`);
}

/** Why it is so, in plain words. */
export function causeOf(code: ErrorCode): string {
  return t(`error_${code}_cause`);
}

/** The one step that mends it. */
export function stepOf(code: ErrorCode): string {
  return t(`error_${code}_step`);
}
