import { type ErrorCode, ERRORS } from './errors';
import { formatMoment } from './format-time';
import { language, t, tn } from './i18n';
import type { Status } from './status';

/** How the connection stands, in a title and a sentence. */
export interface ConnectionWords {
  title: string;
  detail: string;
  tone: 'well' | 'wrong' | 'plain';
}

export function wordsOfStatus(status: Status, now: number): ConnectionWords {
  if (!status.isConnected) {
    return {
      title: t('options_not_connected'),
      detail: t('options_not_connected_hint'),
      tone: 'plain',
    };
  }
  if (status.trouble) return wordsOfError(status.trouble);
  const { version, accountCount, access, expiresAt } = status;
  const facts = [
    version ? t('options_version', version) : '',
    accountCount === undefined ? '' : tn('options_accounts', accountCount),
    access === 'readOnly' ? t('options_access_read_only') : '',
    expiresAt === undefined ? '' : t('options_expires', formatMoment(expiresAt, now, language())),
  ];
  return { title: t('options_connected'), detail: facts.filter(Boolean).join(' · '), tone: 'well' };
}

export function wordsOfError(code: ErrorCode): ConnectionWords {
  return { title: t(ERRORS[code].title), detail: t(ERRORS[code].hint), tone: 'wrong' };
}
