import type { ErrorCode } from '@/lib/base/errors';
import { featuresOf } from '@/lib/model/chats/features';
import { causeOf, stepOf, titleOf } from '@/lib/text/error-texts';
import { formatMoment } from '@/lib/text/format-time';
import { language, t, tn } from '@/lib/text/i18n';
import { isLoopback } from './address';
import type { Status } from './status';

/** How the connection stands, in a title and what more there is to say, line by line. */
export interface ConnectionWords {
  title: string;
  detail: readonly string[];
  tone: 'well' | 'wrong' | 'plain';
}

export function wordsOfStatus(status: Status, now: number): ConnectionWords {
  if (!status.isConnected) {
    const detail = [t('options_not_connected_hint')];
    return { title: t('options_not_connected'), detail, tone: 'plain' };
  }
  if (status.trouble) return wordsOfError(status.trouble);
  const detail = [facts(status, now).join(' · '), ...limits(status)];
  return { title: t('options_connected'), detail, tone: 'well' };
}

export function wordsOfError(code: ErrorCode): ConnectionWords {
  return { title: titleOf(code), detail: [causeOf(code), stepOf(code)], tone: 'wrong' };
}

function facts({ version, accountCount, baseUrl, expiresAt }: Status, now: number): string[] {
  return [
    version ? t('options_version', version) : '',
    accountCount === undefined ? '' : tn('options_accounts', accountCount),
    baseUrl && !isLoopback(baseUrl) ? t('options_elsewhere', new URL(baseUrl).host) : '',
    expiresAt === undefined ? '' : t('options_expires', formatMoment(expiresAt, now, language())),
  ].filter(Boolean);
}

/** What this Beeper or this token cannot do, so that nobody looks for it. */
function limits({ access, version }: Status): string[] {
  return [
    ...(access === 'readOnly' ? [t('options_access_read_only')] : []),
    ...(featuresOf(version).markRead ? [] : [t('options_lacks')]),
  ];
}
