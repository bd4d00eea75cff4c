import { CompanionError, type ErrorCode } from '@/lib/base/errors';
import { readAccounts } from '@/lib/beeper/parse/account';
import type { Session } from '@/lib/worker/core/session';

/** Troubles that a write alone may tell of; a slow or busy Beeper may still answer polls. */
export const TELLING: ReadonlySet<ErrorCode> = new Set([
  'notRunning',
  'notBeeper',
  'notAllowed',
  'tokenRejected',
  'notSignedIn',
]);

/** Answers in which Beeper says that it did nothing. After any other it may have done it. */
export const DID_NOTHING: ReadonlySet<ErrorCode> = new Set([
  'tokenRejected',
  'readOnly',
  'notSignedIn',
  'tooOld',
  'chatGone',
  'refused',
  'rateLimited',
]);

/**
 * What a refused write means. Where reads still work the token is not dead, it may only read; and
 * one that may write was refused for this chat alone.
 */
export async function explain(session: Session, thrown: unknown): Promise<CompanionError> {
  const error = thrown instanceof CompanionError ? thrown : new CompanionError('ownFault');
  const { code } = error;
  const { access } = (await session.read()).status;
  if (code === 'readOnly' && access === 'full') return new CompanionError('refused');
  if (code !== 'tokenRejected') return error;
  const accounts = await session.api.accounts().then(readAccounts, () => undefined);
  return accounts ? new CompanionError('readOnly') : error;
}

/**
 * Why a write failed. Not found at an address where it is Beeper who answers: this Beeper has no
 * such write, and to try again is of no use.
 */
export async function explainWrite(session: Session, error: unknown): Promise<unknown> {
  const isUnknown = error instanceof CompanionError && error.code === 'notBeeper';
  if (!isUnknown || error.status !== 404) return error;
  return session.verify().then(
    () => new CompanionError('tooOld'),
    () => error,
  );
}
