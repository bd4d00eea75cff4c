import { type Act, fateOf } from './act-log';
import { titleOf } from './error-words';
import type { ErrorCode } from './errors';
import { formatMoment } from './format-time';
import { language, t } from './i18n';
import type { Outbox } from './outbox';
import type { Reminders } from './reminders';

/** The line that says what was done, and which buttons stand beside it. */
export interface NoticeWords {
  text: string;
  isWrong: boolean;
  canUndo: boolean;
  canRetry: boolean;
}

export function wordsOfAct(
  act: Act,
  outbox: Outbox,
  reminders: Reminders,
  now: number,
): NoticeWords {
  const fate = fateOf(act, outbox, reminders);
  const canUndo = !act.isUndo;
  switch (fate.state) {
    case 'fine':
      return { text: doneText(act, now), isWrong: false, canUndo, canRetry: false };
    case 'waiting':
      return {
        text: t('done_waiting', doneText(act, now), titleOf(fate.error)),
        isWrong: false,
        canUndo,
        canRetry: true,
      };
    case 'failed':
      return { ...wordsOfFailure(failedText(act), fate.error), canRetry: true };
    case 'keptHere':
      return { text: t('done_here', act.title), isWrong: false, canUndo, canRetry: false };
  }
}

export function wordsOfFailure(what: string, error: ErrorCode): NoticeWords {
  return {
    text: t('failed_because', what, titleOf(error)),
    isWrong: true,
    canUndo: false,
    canRetry: true,
  };
}

export function failedText({ stamped, title }: Act): string {
  return t(`failed_${stamped.intent.kind}`, title);
}

function doneText({ stamped, title, isUndo }: Act, now: number): string {
  const { intent } = stamped;
  const moment = intent.kind === 'remind' ? [formatMoment(intent.at, now, language())] : [];
  const text = t(`done_${intent.kind}`, title, ...moment);
  return isUndo ? t('done_undo', text) : text;
}
